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
import { readWorkTreeTags } from './readWorkTreeTags';
import { readTarget, resolveRoot, Target } from './target';
import { manifestName } from './walkManifests';

const manifestsPerPage = 200;

/** Reads model manifests and GTO tags: of a folder and its repository, or of a remote one. */
export class GitModelConnector implements ModelConnector {
  private constructor(private readonly target: Target) {}

  /** @throws InputError naming the key when the target can't be used */
  static fromConfig(context: ModelConnectorContext): GitModelConnector {
    return new GitModelConnector(readTarget(context));
  }

  async *listModels(options: ListModelsOptions): AsyncGenerator<SourcePage> {
    const { target } = this;
    const { signal } = options;
    const known = new Map(options.known.map(m => [m.nativeId, m.mark]));
    if (target.type === 'folder') {
      const root = await resolveRoot(target.path);
      const tagged = await readWorkTreeTags(root, known, signal);
      const place = { shown: target.path, tagged };
      yield* this.readTree(new FolderTree(root), options, place);
      return;
    }
    const clone = new GitClone(target.remote);
    const commit = await clone.update(signal);
    const { objects } = clone;
    const { folder } = target;
    const tree = await CommitTree.open(objects, { commit, folder }, signal);
    const tagged = await readGto(objects, known, signal);
    const place = { shown: shownUrl(target.remote.url), tagged };
    yield* this.readTree(tree, options, place);
  }

  /** @param place - `tagged`: what there is in the source beside the manifests */
  private async *readTree(
    tree: ManifestTree,
    options: ListModelsOptions,
    place: { shown: string; tagged: SourcePage },
  ): AsyncGenerator<SourcePage> {
    const { signal } = options;
    const { files, problems } = await tree.list(signal);
    if (files.length === 0 && problems.length === 0 && isEmpty(place.tagged))
      throw new InputError(
        `There is no file named ${manifestName} below ${place.shown}; add one, or mend the source's target`,
      );
    yield { models: [], problems };
    const known = new Map(options.known.map(m => [m.location, m]));
    const reader = new ManifestReader(tree);
    for (let start = 0; start < files.length; start += manifestsPerPage) {
      const page = { models: [], unchanged: [] as string[], problems: [] };
      const changed: string[] = [];
      const batch = files.slice(start, start + manifestsPerPage);
      const held = await Promise.all(
        batch.map(async file => {
          const model = known.get(file);
          return model && (await holdsMark(tree, model.mark))
            ? model
            : undefined;
        }),
      );
      held.forEach((model, index) => {
        if (model) page.unchanged.push(model.nativeId);
        else changed.push(batch[index]);
      });
      if (changed.length > 0) await tree.preload(changed);
      for (const file of changed) {
        signal.throwIfAborted();
        await reader.read(file, page);
      }
      yield page;
    }
    yield place.tagged;
  }
}

/** Whether tags register nothing, nor ever did. */
function isEmpty({ models, unchanged = [], problems }: SourcePage): boolean {
  const isUnread = problems.some(({ severity }) => severity === 'error');
  return models.length + unchanged.length === 0 && !isUnread;
}
