import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

/** What the referee looks at, and where it writes. */
export interface RefereeOptions {
  /** Plans of each runtime. */
  plansPerRuntime: number;
  /** File that gets the report; from the root of the repository. */
  write: string;
}

const report = 'docs/referee.md';

/** Reads the command line; throws `InputError` naming what is wrong with it. */
export function readOptions(args: string[]): RefereeOptions {
  const { values } = parseArgs({
    args,
    strict: true,
    options: {
      plans: { type: 'string', default: '8' },
      write: { type: 'string', default: report },
    },
  });
  const plansPerRuntime = Number(values.plans);
  if (!Number.isInteger(plansPerRuntime) || plansPerRuntime < 1) {
    throw new InputError(
      '--plans needs a number of plans per runtime from 1 on',
    );
  }
  return { plansPerRuntime, write: values.write };
}
