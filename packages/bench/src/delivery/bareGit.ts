import { ChildProcess, fork } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';

const person = {
  GIT_AUTHOR_NAME: 'bench',
  GIT_AUTHOR_EMAIL: 'bench@example.com',
  GIT_COMMITTER_NAME: 'bench',
  GIT_COMMITTER_EMAIL: 'bench@example.com',
};
const longestMs = 60_000;
const noObject = '0'.repeat(40);
const main = 'refs/heads/main';

interface Answer {
  id: number;
  output?: Uint8Array;
  failure?: string;
}

let starter: ChildProcess | undefined;
let calls = 0;

/**
 * What starts Git for delivery starts it for its rivals too: from this process, which
 * holds a compiler and clients, each start would take several times as long.
 */
function startSmall(): ChildProcess {
  starter ??= fork(
    resolvePackagePath(
      '@modelyard/plugin-model-delivery-backend',
      'assets/gitRunner.mjs',
    ),
    { execArgv: [], serialization: 'advanced' },
  );
  starter.setMaxListeners(0);
  return starter;
}

/** Ends what starts Git. */
export function stopGit(): void {
  starter?.disconnect();
  starter = undefined;
}

/** Runs a stock git, and gives what it printed. */
export function git(
  args: string[],
  input: string | Buffer = '',
): Promise<string> {
  const child = startSmall();
  calls += 1;
  const id = calls;
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: '/nonexistent',
    GIT_CONFIG_NOSYSTEM: '1',
    ...person,
  };
  return new Promise((resolve, reject) => {
    const hear = (answer: Answer) => {
      if (answer.id !== id) return;
      child.off('message', hear);
      if (answer.output)
        resolve(Buffer.from(answer.output).toString('utf8').trimEnd());
      else reject(new Error(`git ${args.join(' ')}: ${answer.failure}`));
    };
    child.on('message', hear);
    child.send({ id, args, env, input, timeoutMs: longestMs });
  });
}

/** Puts files where `git hash-object` finds them. */
export async function writeFolder(
  folder: string,
  files: PlanAnswer['files'],
): Promise<void> {
  for (const { path, content } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/**
 * What a template run needs of Git, and nothing else: a bare repository whose main
 * branch is one commit of the files that lie in a folder. `git init --bare`,
 * `hash-object -w`, `update-index`, `write-tree`, `commit-tree` and `update-ref`, as
 * https://git-scm.com/book/en/v2/Git-Internals-Git-Objects composes a commit, each
 * for all files at once. No rival that somebody would really use is quicker: a
 * person also needs a working copy and a push.
 *
 * @param repository - path that does not exist yet
 */
export async function commitByPlumbing(
  repository: string,
  { folder, files }: { folder: string; files: PlanAnswer['files'] },
): Promise<void> {
  const at = `--git-dir=${repository}`;
  await git(['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  const paths = files.map(({ path }) => join(folder, path)).join('\n');
  const printed = await git([at, 'hash-object', '-w', '--stdin-paths'], paths);
  const objects = printed.split('\n');
  const entries = files.map(
    ({ path, mode = '100644' }, place) =>
      `${mode} ${objects[place]}\t${path}\n`,
  );
  await git([at, 'update-index', '--add', '--index-info'], entries.join(''));
  const tree = await git([at, 'write-tree']);
  const commit = await git([at, 'commit-tree', tree], 'Create the service\n');
  await git([at, 'update-ref', main, commit, noObject]);
}

/** The same by the two processes that are the fewest: `init` and `fast-import`. */
export async function commitByFastImport(
  repository: string,
  files: PlanAnswer['files'],
): Promise<void> {
  await git(['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  const seconds = Math.floor(Date.now() / 1000);
  const lines = files.map(
    ({ path, content, mode = '100644' }) =>
      `M ${mode} inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`,
  );
  const input = `commit ${main}\ncommitter bench <bench@example.com> ${seconds} +0000\ndata 18\nCreate the service\n${lines.join('')}`;
  await git([`--git-dir=${repository}`, 'fast-import', '--quiet'], input);
}

/**
 * What a person types who has the files: a repository on the server, one of his own,
 * and a push between them.
 */
export async function commitByHand(
  repository: string,
  folder: string,
): Promise<void> {
  const here = ['-C', folder];
  await git(['init', '--quiet', '--bare', '--initial-branch=main', repository]);
  await git([...here, 'init', '--quiet', '--initial-branch=main']);
  await git([...here, 'add', '--all']);
  await git([...here, 'commit', '--quiet', '--message', 'Create the service']);
  await git([...here, 'push', '--quiet', repository, 'main']);
}
