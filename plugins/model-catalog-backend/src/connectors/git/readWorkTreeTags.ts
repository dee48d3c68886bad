import { SourcePage } from '@modelyard/plugin-model-catalog-node';
import { gtoPrefix, readGto } from './readGto';
import { openWorkTree } from './WorkTree';

/**
 * Models that the tags of GTO register in the repository in whose work tree a
 * folder lies; an empty page when it lies in none. A repository that can't be
 * read is a problem, and does not keep anybody from the folder's manifests.
 *
 * @param folder - real path
 * @param known - marks by native id
 */
export async function readWorkTreeTags(
  folder: string,
  known: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<SourcePage> {
  const page: SourcePage = { models: [], unchanged: [], problems: [] };
  try {
    const objects = await openWorkTree(folder, signal);
    return objects ? await readGto(objects, known, signal) : page;
  } catch (error) {
    signal.throwIfAborted();
    // What the tags have registered before must not count as vanished.
    const isKnown = [...known.keys()].some(id => id.startsWith(gtoPrefix));
    const reason = error instanceof Error ? error.message : String(error);
    const problem = {
      file: '.git',
      message: `the tags of GTO were left out: ${reason}`,
      severity: isKnown ? ('error' as const) : ('warning' as const),
    };
    return { ...page, problems: [problem] };
  }
}
