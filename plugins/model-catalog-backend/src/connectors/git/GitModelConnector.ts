import { InputError } from '@backstage/errors';
import {
  ListModelsOptions,
  ModelConnector,
  ModelConnectorContext,
  SourcePage,
  SourceProblem,
} from '@modelyard/plugin-model-catalog-node';
import { open, realpath } from 'node:fs/promises';
import nodePath from 'node:path';
import { InvalidItem } from '../../domain/InvalidItem';
import { isInside } from './isInside';
import { ModelManifest } from './manifestSchema';
import { parseManifest, toPointer } from './parseManifest';
import { readCard } from './readCard';
import { findLines } from './readYaml';
import { resolveRoot, readTarget } from './target';
import { ReadCards, toSourceModel } from './toSourceModel';
import { manifestName, walkManifests } from './walkManifests';

/** Largest manifest, in bytes. */
const maxManifestBytes = 20 * 1024 * 1024;

async function readManifestFile(root: string, file: string): Promise<string> {
  const real = await realpath(nodePath.join(root, file));
  if (!isInside(root, real))
    throw new InvalidItem('leads out of the target; put the file itself here');
  const handle = await open(real, 'r');
  try {
    const { size } = await handle.stat();
    if (size > maxManifestBytes)
      throw new InvalidItem(
        `has ${size} bytes, the limit is ${maxManifestBytes}; split the model's versions`,
      );
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** What is wrong with one file. Anything else ends the whole read. */
function reasonOf(error: unknown): string {
  if (error instanceof InvalidItem) return error.message;
  if (error instanceof Error && 'code' in error && 'syscall' in error)
    return `can't be read (${String(error.code)}); check that it exists and may be read`;
  throw error;
}

function locateCards(
  refused: ReadCards['refused'],
  origin: { file: string; text: string },
): SourceProblem[] {
  return [...refused.values()].map(({ index, reason }) => {
    const path = ['spec', 'versions', index, 'card'];
    const [line] = findLines(origin.text, [path]);
    return {
      file: origin.file,
      line,
      field: toPointer(path),
      message: reason,
      severity: 'warning' as const,
    };
  });
}

/** Reads a folder of model manifests, such as a clone of a Git repository. */
export class GitModelConnector implements ModelConnector {
  private constructor(private readonly target: string) {}

  /** @throws InputError naming the key when the target can't be used */
  static fromConfig(context: ModelConnectorContext): GitModelConnector {
    return new GitModelConnector(
      readTarget(context.config, `${context.configKey}.target`),
    );
  }

  /** One page: a folder is read whole. */
  async *listModels({ signal }: ListModelsOptions): AsyncGenerator<SourcePage> {
    const root = await resolveRoot(this.target);
    const walk = await walkManifests(root, signal);
    if (walk.files.length === 0 && walk.problems.length === 0)
      throw new InputError(
        `There is no file named ${manifestName} below ${this.target}; add one, or mend the source's target`,
      );
    const page: SourcePage = { models: [], problems: [...walk.problems] };
    for (const file of walk.files) {
      signal.throwIfAborted();
      await this.readModel(root, file, page);
    }
    yield page;
  }

  private async readModel(
    root: string,
    file: string,
    page: SourcePage,
  ): Promise<void> {
    try {
      const text = await readManifestFile(root, file);
      const { manifest, problems } = parseManifest(text, file);
      page.problems.push(...problems);
      if (!manifest) return;
      const folder = nodePath.dirname(
        await realpath(nodePath.join(root, file)),
      );
      const cards = await this.readCards(manifest, folder);
      page.problems.push(...locateCards(cards.refused, { file, text }));
      page.models.push(toSourceModel(manifest, { location: file, cards }));
    } catch (error) {
      page.problems.push({ file, message: reasonOf(error), severity: 'error' });
    }
  }

  private async readCards(
    manifest: ModelManifest,
    folder: string,
  ): Promise<ReadCards> {
    const cards: ReadCards = { texts: new Map(), refused: new Map() };
    for (const [index, { version, card }] of manifest.spec.versions.entries()) {
      if (card === undefined) continue;
      try {
        cards.texts.set(version, await readCard(folder, card));
      } catch (error) {
        cards.refused.set(version, { index, reason: reasonOf(error) });
      }
    }
    return cards;
  }
}
