import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { UsageError } from '../UsageError';

async function filesUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => {
    throw new UsageError(`${path} does not exist`);
  });
  if (!found.isDirectory()) return [path];
  const names = await readdir(path);
  return (await Promise.all(names.map(n => filesUnder(join(path, n))))).flat();
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Number of leading folders that all files share. */
function sharedFolders(paths: string[][]): number {
  const [first] = paths;
  const differs = (_: string, depth: number) =>
    paths.some(
      path => depth >= path.length - 1 || path[depth] !== first[depth],
    );
  return first.findIndex(differs);
}

/**
 * Digest of a version's files: of the only one its own; of several the sha256 of
 * the sorted lines `<sha256-hex>  <path>`, paths without the folders that all share.
 *
 * @returns `sha256:<hex>`
 */
export async function artifactDigest(paths: string[]): Promise<string> {
  const files = (
    await Promise.all(paths.map(path => filesUnder(resolve(path))))
  ).flat();
  if (!files.length)
    throw new UsageError('there is no file to take a digest of');
  const digests: string[] = [];
  for (const file of files) digests.push(await sha256Of(file));
  if (files.length === 1) return `sha256:${digests[0]}`;
  const parts = files.map(file => file.split(sep));
  const shared = sharedFolders(parts);
  const lines = parts.map(
    (path, i) => `${digests[i]}  ${path.slice(shared).join('/')}\n`,
  );
  const hash = createHash('sha256').update(lines.sort().join(''));
  return `sha256:${hash.digest('hex')}`;
}
