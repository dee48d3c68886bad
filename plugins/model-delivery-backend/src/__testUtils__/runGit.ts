import { execFile } from 'node:child_process';

/**
 * Runs a stock git the way a person does.
 *
 * @returns whether it succeeded, and what it said
 */
export function runGit(
  args: string[],
  cwd: string,
): Promise<{ ok: boolean; said: string }> {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'tester',
    GIT_AUTHOR_EMAIL: 'tester@example.com',
    GIT_COMMITTER_NAME: 'tester',
    GIT_COMMITTER_EMAIL: 'tester@example.com',
  };
  return new Promise(resolve => {
    execFile('git', args, { cwd, env }, (error, stdout, stderr) =>
      resolve({ ok: error === null, said: `${stdout}${stderr}` }),
    );
  });
}
