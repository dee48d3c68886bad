import { SourceProblem } from '@modelyard/plugin-model-catalog-node';
import { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from './isInside';

/** Name of the files that describe a model. */
export const manifestName = 'model.yaml';

const skippedFolders = new Set(['.git', 'node_modules']);
const maxDepth = 12;
const maxManifests = 20_000;

/** What a walk found; paths are relative to the root, with `/`. */
export interface WalkResult {
  files: string[];
  problems: SourceProblem[];
}

interface Walk extends WalkResult {
  root: string;
  /** Real paths, so that a circle of links ends. */
  visited: Set<string>;
  signal: AbortSignal;
}

function refuse(walk: Walk, file: string, message: string) {
  walk.problems.push({ file, message });
}

/** What an entry stands for: of a link, what it points to, unless that is outside. */
async function resolveEntry(
  walk: Walk,
  entry: Dirent,
  relative: string,
): Promise<'file' | 'folder' | undefined> {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return undefined;
  const target = await realpath(path.join(walk.root, relative)).catch(
    () => undefined,
  );
  if (target === undefined) {
    refuse(walk, relative, 'the link points nowhere; mend or remove it');
    return undefined;
  }
  const isFolder = (await stat(target)).isDirectory();
  if (isInside(walk.root, target)) return isFolder ? 'folder' : 'file';
  if (isFolder || entry.name === manifestName)
    refuse(
      walk,
      relative,
      'the link leads out of the target; put the file itself here',
    );
  return undefined;
}

async function walkFolder(
  walk: Walk,
  relative: string,
  depth: number,
): Promise<void> {
  walk.signal.throwIfAborted();
  const absolute = path.join(walk.root, relative);
  const real = await realpath(absolute);
  if (walk.visited.has(real)) return;
  walk.visited.add(real);
  if (depth > maxDepth) {
    refuse(walk, relative, `deeper than ${maxDepth} folders; move it up`);
    return;
  }
  const entries = await readdir(absolute, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = path.posix.join(relative, entry.name);
    const isLink = entry.isSymbolicLink();
    const isCandidate =
      entry.name === manifestName || entry.isDirectory() || isLink;
    if (!isCandidate || skippedFolders.has(entry.name)) continue;
    const kind = await resolveEntry(walk, entry, name);
    if (kind === 'folder') await walkFolder(walk, name, depth + 1);
    if (kind === 'file' && entry.name === manifestName) walk.files.push(name);
    if (walk.files.length > maxManifests)
      throw new Error(
        `More than ${maxManifests} files named ${manifestName}; split the source`,
      );
  }
}

/**
 * Finds every manifest below a folder, in a steady order. Links that lead out of
 * it are refused.
 *
 * @param root - real path of the folder
 */
export async function walkManifests(
  root: string,
  signal: AbortSignal,
): Promise<WalkResult> {
  const walk: Walk = {
    root,
    files: [],
    problems: [],
    visited: new Set(),
    signal,
  };
  await walkFolder(walk, '', 0);
  return { files: walk.files, problems: walk.problems };
}
