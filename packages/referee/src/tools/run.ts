import { spawn } from 'node:child_process';

/** What a command left behind. */
export interface Output {
  code: number;
  stdout: string;
  stderr: string;
}

/** Where a command runs. */
export interface RunOptions {
  cwd?: string;
  /** On top of the environment of this process. */
  env?: Record<string, string>;
}

/** Runs a command to its end, whatever its exit code; throws when there is none such. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env }: RunOptions = {},
): Promise<Output> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', fail);
    child.on('close', code =>
      done({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
  });
}

/** Last lines of a text. */
export function tail(text: string, lines = 15): string {
  return text.trim().split('\n').slice(-lines).join('\n');
}

/** Output of a command; throws with the end of what it says when it fails. */
export async function outputOf(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  throw new Error(
    `${command} ${args.join(' ')} ended with ${code}:\n${tail(stderr || stdout)}`,
  );
}
