import { isAllowedAddress } from '@modelyard/outbound-http';
import { lookup } from 'node:dns/promises';
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GitObjects } from './GitObjects';
import { runGit, RunGitOptions } from './runGit';

const headRef = 'refs/modelyard/head';
/** What the remote looked like when the copy was made; marks the folder as ours. */
const stampFile = 'modelyard-refs';

/** Where a repository is, and how it is reached. */
export interface RemoteOptions {
  /** `https://…`, `ssh://…`, `user@host:path` or `file://…`. */
  url: string;
  /** Branch or tag; the remote's default branch when absent. */
  ref?: string;
  /** Folder of the clone; it may be deleted at any time. */
  directory: string;
  /** Value of an `authorization` header. */
  authorization?: string;
  allowedAddresses: string[];
}

/** The address without user and password. */
export function shownUrl(url: string): string {
  return url.replace(/^([a-z+]+:\/\/)[^/@]*@/i, '$1');
}

function hostOf(url: string): string | undefined {
  if (/^file:/i.test(url)) return undefined;
  if (URL.canParse(url)) return new URL(url).hostname || undefined;
  return /^[^@/]+@([^:/]+):/.exec(url)?.[1];
}

/** A bare copy of a remote repository, as shallow as it can be. Nothing of it is checked out. */
export class GitClone {
  readonly objects = new GitObjects((args, signal, input) =>
    this.local(args, signal, input),
  );

  constructor(private readonly options: RemoteOptions) {}

  /**
   * Brings the copy up to date. When the remote's refs are as they were, nothing
   * is fetched.
   *
   * @returns the commit that is read
   * @throws Error in plain words
   */
  async update(signal: AbortSignal): Promise<string> {
    const { url, directory } = this.options;
    await this.assertAllowedHost();
    const refs = await this.remote(
      ['ls-remote', '--symref', '--', url],
      signal,
    );
    const branch = this.branchOf(refs.toString('utf8'));
    const now = `${branch}\n${refs}`;
    const stamp = path.join(directory, stampFile);
    const known = await readFile(stamp, 'utf8').catch(() => undefined);
    if (known !== now) {
      await this.fetch(branch, signal);
      await writeFile(stamp, now);
    }
    const commit = await this.local(['rev-parse', headRef], signal);
    return commit.toString('utf8').trim();
  }

  private branchOf(refs: string): string {
    const { ref } = this.options;
    if (ref !== undefined) {
      const found = ['heads', 'tags']
        .map(kind => `refs/${kind}/${ref}`)
        .find(name => refs.includes(`\t${name}\n`));
      if (found) return found;
      throw new Error(
        `${shownUrl(this.options.url)} has no branch or tag "${ref}"; mend the source's ref`,
      );
    }
    const [, head] = /^ref: (\S+)\tHEAD$/m.exec(refs) ?? [];
    if (head) return head;
    throw new Error(
      `${shownUrl(this.options.url)} has no default branch; is it empty? Name one under ref`,
    );
  }

  private async fetch(branch: string, signal: AbortSignal): Promise<void> {
    const { url, directory } = this.options;
    await mkdir(directory, { recursive: true });
    await this.local(['init', '--quiet', '--bare', '.'], signal);
    await this.remote(
      [
        ...['fetch', '--quiet', '--depth=1', '--force', '--prune', '--no-tags'],
        ...['--no-recurse-submodules', '--', url],
        ...[`+${branch}:${headRef}`, '+refs/tags/*:refs/tags/*'],
      ],
      signal,
    );
  }

  private async assertAllowedHost(): Promise<void> {
    const { url, allowedAddresses } = this.options;
    const host = hostOf(url);
    if (!host) return;
    const bare = host.replace(/^\[|\]$/g, '');
    const addresses = await lookup(bare, { all: true }).catch(() => []);
    if (addresses.some(a => !isAllowedAddress(a.address, allowedAddresses)))
      throw new Error(
        `${shownUrl(url)} resolves to a link-local or metadata address; allow its range under allowedAddresses if that is meant`,
      );
  }

  private remote(args: string[], signal: AbortSignal): Promise<Buffer> {
    const { authorization, directory } = this.options;
    const isLocal = args[0] === 'ls-remote';
    return this.run(args, {
      ...(!isLocal && { cwd: directory }),
      ...(authorization && {
        env: {
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: 'http.extraHeader',
          GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
        },
      }),
      signal,
    });
  }

  private local(
    args: string[],
    signal: AbortSignal,
    input?: string,
  ): Promise<Buffer> {
    return this.run(args, { cwd: this.options.directory, signal, input });
  }

  private async run(
    args: string[],
    options: Omit<RunGitOptions, 'subject'>,
  ): Promise<Buffer> {
    const subject = shownUrl(this.options.url);
    try {
      return await runGit(args, { ...options, subject });
    } catch (error) {
      if (options.cwd && !options.signal.aborted) await discard(options.cwd);
      throw error;
    }
  }
}

/** Removes a copy that may be damaged; the next run makes it anew. */
async function discard(directory: string): Promise<void> {
  const isOurs = await access(path.join(directory, stampFile)).then(
    () => true,
    () => false,
  );
  if (isOurs) await rm(directory, { recursive: true, force: true });
}
