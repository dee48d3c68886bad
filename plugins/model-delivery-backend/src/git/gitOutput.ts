import { RepositoryCommit, RepositoryEntry } from './Repositories';

const lineBreak = 0x0a;

/** Reads `git ls-tree -r -z --long`; files only, no links and no submodules. */
export function parseEntries(output: Buffer): RepositoryEntry[] {
  return output
    .toString('utf8')
    .split('\0')
    .flatMap(line => {
      const match = /^100(?:644|755) blob ([0-9a-f]+) +(\d+)\t(.+)$/s.exec(
        line,
      );
      if (!match) return [];
      const [, object, size, path] = match;
      return [{ path, sizeBytes: Number(size), object }];
    });
}

/** What `git log` is to print of a commit. */
export const logFormat = '--format=%H%n%cI%n%an%n%s';

function parseCommit(entry: string): RepositoryCommit {
  const [commit, date, by, ...message] = entry.trim().split('\n');
  return {
    commit,
    at: new Date(date).toISOString(),
    by,
    message: message.join('\n'),
  };
}

/** Reads `git log -z` of {@link logFormat}. */
export function parseLog(output: Buffer): RepositoryCommit[] {
  return output.toString('utf8').split('\0').filter(Boolean).map(parseCommit);
}

/**
 * Reads `git log -z --max-count=1 --name-only` of {@link logFormat}: a commit, and
 * the files that it changed; none for a merge.
 */
export function parseChange(
  output: Buffer,
): { commit: RepositoryCommit; paths: string[] } | undefined {
  const [entry, ...paths] = output.toString('utf8').split('\0');
  if (!entry) return undefined;
  return {
    commit: parseCommit(entry),
    paths: paths.map(path => path.replace(/^\n/, '')).filter(Boolean),
  };
}

/**
 * Reads `git cat-file --batch`.
 *
 * @throws Error when Git lacks one of the objects
 */
export function parseObjects(output: Buffer): Buffer[] {
  const objects: Buffer[] = [];
  let position = 0;
  while (position < output.length) {
    const end = output.indexOf(lineBreak, position);
    const header = output.toString('utf8', position, end);
    const size = /^[0-9a-f]+ (?:blob|commit) (\d+)$/.exec(header)?.[1];
    if (size === undefined)
      throw new Error(`The repository lacks an object: ${header}`);
    const start = end + 1;
    objects.push(output.subarray(start, start + Number(size)));
    position = start + Number(size) + 1;
  }
  return objects;
}
