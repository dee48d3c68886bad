import { z } from 'zod';
import { ManifestTree } from './ManifestTree';

const marked = z.tuple([z.array(z.string()), z.string()]);

/**
 * Mark of a model: the files that it was read from or looked for, and what they
 * were like.
 */
export async function writeMark(
  tree: ManifestTree,
  files: string[],
): Promise<string> {
  return JSON.stringify([files, await tree.fingerprint(files)]);
}

/** Whether the files of a mark are what they were. */
export async function holdsMark(
  tree: ManifestTree,
  mark: string,
): Promise<boolean> {
  const parsed = marked.safeParse(parse(mark));
  if (!parsed.success) return false;
  const [files, fingerprint] = parsed.data;
  return (await tree.fingerprint(files)) === fingerprint;
}

function parse(mark: string): unknown {
  try {
    return JSON.parse(mark);
  } catch {
    return undefined;
  }
}
