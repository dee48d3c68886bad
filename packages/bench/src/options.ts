import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

/** The groups of measures. */
export const groups = [
  'evaluation',
  'plan',
  'verdict',
  'sync',
  'scale',
  'cost',
  'delivery',
] as const;

/** A group of measures. */
export type Group = (typeof groups)[number];

/** How much is measured. */
export interface BenchOptions {
  /** Versions of the sync; a multiple of 20. */
  syncVersions: number;
  /** Entities that the stock catalog is given beside it. */
  syncEntities: number;
  /** Versions of the sources that are read again; a multiple of 400. */
  unchangedVersions: number;
  /** Models of the large catalog, each with 25 versions; a multiple of 100. */
  scaleModels: number;
  /** Workloads of the large estate; a multiple of 200. */
  costWorkloads: number;
  /** Days of either estate. */
  costDays: number;
  /** How often each list is asked. */
  scaleRounds: number;
  /** Versions that the checks are evaluated for. */
  evaluatedVersions: number;
  /** How often short work is measured; the median counts. */
  rounds: number;
  /** What is measured; default all. */
  only: readonly Group[];
  /** Address of a running OpenCost that cost is compared with. */
  openCost?: string;
  /** File that gets the results as Markdown. */
  write?: string;
}

const numbers = {
  'sync-versions': { value: '20000', multipleOf: 20 },
  'sync-entities': { value: '2000', multipleOf: 1 },
  'unchanged-versions': { value: '20000', multipleOf: 400 },
  'scale-models': { value: '10000', multipleOf: 100 },
  'cost-workloads': { value: '5000', multipleOf: 200 },
  'cost-days': { value: '400', multipleOf: 1 },
  'scale-rounds': { value: '400', multipleOf: 1 },
  'evaluated-versions': { value: '1000', multipleOf: 1 },
  rounds: { value: '7', multipleOf: 1 },
} as const;

type NumberName = keyof typeof numbers;

function readNumber(name: NumberName, text: string): number {
  const value = Number(text);
  const { multipleOf } = numbers[name];
  if (!Number.isInteger(value) || value < 1)
    throw new InputError(`--${name} needs a number from 1 on`);
  if (value % multipleOf !== 0)
    throw new InputError(`--${name} has to be a multiple of ${multipleOf}`);
  return value;
}

function readGroups(text: string | undefined): readonly Group[] {
  if (text === undefined) return groups;
  return text.split(',').map(name => {
    const group = groups.find(known => known === name);
    if (group) return group;
    throw new InputError(
      `--only: there is no "${name}"; there are ${groups.join(', ')}`,
    );
  });
}

function readUrl(text: string): string {
  if (!URL.canParse(text))
    throw new InputError(
      '--opencost needs an address such as http://host:9003',
    );
  return text;
}

function parse(args: string[]) {
  const text = { type: 'string' as const };
  try {
    return parseArgs({
      args,
      strict: true,
      options: {
        'sync-versions': text,
        'sync-entities': text,
        'unchanged-versions': text,
        'scale-models': text,
        'cost-workloads': text,
        'cost-days': text,
        'scale-rounds': text,
        'evaluated-versions': text,
        rounds: text,
        only: text,
        opencost: text,
        write: text,
      },
    }).values;
  } catch (error) {
    throw new InputError(
      error instanceof Error ? error.message : String(error),
    );
  }
}

/**
 * Reads arguments such as `--only sync,scale --sync-versions 20000`.
 *
 * @throws InputError naming the argument that is wrong
 */
export function readOptions(args: string[]): BenchOptions {
  const values = parse(args);
  const numberOf = (name: NumberName) =>
    readNumber(name, values[name] ?? numbers[name].value);
  return {
    syncVersions: numberOf('sync-versions'),
    syncEntities: numberOf('sync-entities'),
    unchangedVersions: numberOf('unchanged-versions'),
    scaleModels: numberOf('scale-models'),
    costWorkloads: numberOf('cost-workloads'),
    costDays: numberOf('cost-days'),
    scaleRounds: numberOf('scale-rounds'),
    evaluatedVersions: numberOf('evaluated-versions'),
    rounds: numberOf('rounds'),
    only: readGroups(values.only),
    ...(values.opencost && { openCost: readUrl(values.opencost) }),
    ...(values.write && { write: values.write }),
  };
}
