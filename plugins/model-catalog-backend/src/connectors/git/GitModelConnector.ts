import { InputError } from '@backstage/errors';
import {
  ListModelsOptions,
  ModelConnector,
  ModelConnectorContext,
  SourcePage,
} from '@modelyard/plugin-model-catalog-node';
import { CommitTree } from './CommitTree';
import { FolderTree } from './FolderTree';
import { GitClone, shownUrl } from './GitClone';
import { ManifestReader } from './ManifestReader';
import { ManifestTree } from './ManifestTree';
import { readGto } from './readGto';
import { holdsMark } from './readMark';
import { readTarget, resolveRoot, Target } from './target';
import { manifestName } from './walkManifests';

const manifestsPerPage = 200;

/** Reads model manifests: of a folder, or of a Git repository with its GTO tags. */
export class GitModelConnector implements ModelConnector {
  private constructor(private readonly target: Target) {}

  /** @throws InputError naming the key when the target can't be used */
  static fromConfig(context: ModelConnectorContext): GitModelConnector {
    return new GitModelConnector(readTarget(context));
  }

  async *listModels(options: ListModelsOptions): AsyncGenerator<SourcePage> {
    const { target } = this;
    if (target.type === 'folder') {
      const tree = new FolderTree(await resolveRoot(target.path));
      yield* this.readTree(tree, options, { shown: target.path, isAll: true });
      return;
    }
    const clone = new GitClone(target.remote);
    const commit = await clone.update(options.signal);
    const place = { commit, folder: target.folder };
    const tree = await CommitTree.open(clone, place, options.signal);
    const known = new Map(options.known.map(m => [m.nativeId, m.mark]));
    const tagged = await readGto(clone, known, options.signal);
    const isAll = tagged.models.length + (tagged.unchanged ?? []).length === 0;
    const shown = shownUrl(target.remote.url);
    yield* this.readTree(tree, options, { shown, isAll });
    yield tagged;
  }

  /** @param place - `isAll`: there is nothing else in the source, so none is a mistake */
  private async *readTree(
    tree: ManifestTree,
    options: ListModelsOptions,
    place: { shown: string; isAll: boolean },
  ): AsyncGenerator<SourcePage> {
    const { signal } = options;
    const { files, problems } = await tree.list(signal);
    if (files.length === 0 && problems.length === 0 && place.isAll)
      throw new InputError(
        `There is no file named ${manifestName} below ${place.shown}; add one, or mend the source's target`,
      );
    yield { models: [], problems };
    const known = new Map(options.known.map(m => [m.location, m]));
    const reader = new ManifestReader(tree);
    for (let start = 0; start < files.length; start += manifestsPerPage) {
      const page = { models: [], unchanged: [] as string[], problems: [] };
      const changed: string[] = [];
      for (const file of files.slice(start, start + manifestsPerPage)) {
        const model = known.get(file);
        if (model && (await holdsMark(tree, model.mark)))
          page.unchanged.push(model.nativeId);
        else changed.push(file);
      }
      if (changed.length > 0) await tree.preload(changed);
      for (const file of changed) {
        signal.throwIfAborted();
        await reader.read(file, page);
      }
      yield page;
    }
  }
}
