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
  /** Followed when all folders are known, so that it does not matter who is first. */
  links: Place[];
  signal: AbortSignal;
}

/** Where something lies: below the root, and on the disk. */
interface Place {
  relative: string;
  real: string;
  depth: number;
}

function refuse(walk: Walk, file: string, message: string) {
  walk.problems.push({ file, message });
}

function addFile(walk: Walk, relative: string) {
  walk.files.push(relative);
  if (walk.files.length > maxManifests)
    throw new Error(
      `More than ${maxManifests} files named ${manifestName}; split the source`,
    );
}

/** Takes in what a link points to, unless that is outside. */
async function followLink(walk: Walk, link: Place): Promise<void> {
  const { relative, depth } = link;
  const real = await realpath(link.real).catch(() => undefined);
  if (real === undefined) {
    refuse(walk, relative, 'the link points nowhere; mend or remove it');
    return;
  }
  const isFolder = (await stat(real)).isDirectory();
  const isManifest = path.basename(relative) === manifestName;
  if (!isInside(walk.root, real)) {
    if (isFolder || isManifest)
      refuse(
        walk,
        relative,
        'the link leads out of the target; put the file itself here',
      );
  } else if (isFolder) await walkFolder(walk, { relative, real, depth });
  else if (isManifest) addFile(walk, relative);
}

async function walkEntry(walk: Walk, entry: Dirent, place: Place) {
  if (skippedFolders.has(entry.name)) return;
  if (entry.isSymbolicLink()) walk.links.push(place);
  else if (entry.isDirectory()) await walkFolder(walk, place);
  else if (entry.isFile() && entry.name === manifestName)
    addFile(walk, place.relative);
}

async function walkFolder(walk: Walk, folder: Place): Promise<void> {
  const { relative, real, depth } = folder;
  walk.signal.throwIfAborted();
  if (walk.visited.has(real)) return;
  walk.visited.add(real);
  if (depth > maxDepth) {
    refuse(walk, relative, `deeper than ${maxDepth} folders; move it up`);
    return;
  }
  const entries = await readdir(real, { withFileTypes: true });
  await Promise.all(
    entries.map(entry =>
      walkEntry(walk, entry, {
        relative: path.posix.join(relative, entry.name),
        real: path.join(real, entry.name),
        depth: depth + 1,
      }),
    ),
  );
}

function byName(a: string, b: string): number {
  return a < b ? -1 : 1;
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
    signal,
    files: [],
    problems: [],
    links: [],
    visited: new Set(),
  };
  await walkFolder(walk, { relative: '', real: root, depth: 0 });
  while (walk.links.length > 0) {
    const links = walk.links.splice(0);
    links.sort((a, b) => byName(a.relative, b.relative));
    for (const link of links) await followLink(walk, link);
  }
  return {
    files: walk.files.sort(byName),
    problems: walk.problems.sort((a, b) => byName(a.file, b.file)),
  };
}
