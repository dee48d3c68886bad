import { isError, ResponseError } from '@backstage/errors';
import { CommanderError } from 'commander';
import { createProgram } from './createProgram';
import { Environment } from './input/readSettings';
import { ClosedOutputError, Output, OutputOptions } from './output/Output';
import { OutcomeError } from './OutcomeError';
import { UsageError } from './UsageError';

/**
 * What the command runs in; `process` will do.
 *
 * @public
 */
export interface RunOptions extends OutputOptions {
  /** `MODELYARD_URL` and `MODELYARD_TOKEN` are read. */
  env: Environment;
}

const usageCode = 2;

/** The message for a person. What the portal says comes with its status. */
function messageOf(error: unknown): string {
  if (error instanceof ResponseError) {
    const { name, message } = error.cause;
    const kind = name === 'Error' ? '' : ` ${name}`;
    return `${message} (${error.statusCode}${kind})`;
  }
  return isError(error) ? error.message : String(error);
}

/** Says what went wrong, and tells the exit code. */
async function report(error: unknown, output: Output): Promise<number> {
  if (error instanceof ClosedOutputError) return 0;
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? 0 : usageCode;
  // When nobody reads stderr either, the exit code has to do.
  await output.note(`modelyard: ${messageOf(error)}`).catch(() => {});
  if (error instanceof OutcomeError) return error.code;
  return error instanceof UsageError ? usageCode : 1;
}

/**
 * Runs the command line and tells its exit code: 0 when it did what was asked, 1
 * when the portal refuses, does not have or can't be reached, 2 for wrong usage, 3
 * when the answer is no, 4 when a signature does not hold.
 * Never throws, and never ends the process. When nobody reads stdout any more, as
 * behind `head`, it stops with 0.
 *
 * @param argv - arguments without `node` and script
 * @public
 */
export async function run(
  argv: string[],
  options: RunOptions,
): Promise<number> {
  const output = Output.create(options);
  const program = createProgram({ output, env: options.env });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error, output);
  }
}
