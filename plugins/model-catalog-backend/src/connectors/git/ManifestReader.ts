import { ModelManifest } from '@modelyard/plugin-model-catalog-common';
import {
  SourceModel,
  SourcePage,
  SourceProblem,
} from '@modelyard/plugin-model-catalog-node';
import path from 'node:path';
import { InvalidItem } from '../../domain/InvalidItem';
import { ManifestTree } from './ManifestTree';
import { parseManifest, toPointer } from './parseManifest';
import { findPointer } from './pointers';
import { writeMark } from './readMark';
import { findLines } from './readYaml';
import { ReadCards, toSourceModel } from './toSourceModel';

type Artifact = SourceModel['versions'][number]['artifacts'][number];

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
    const at = ['spec', 'versions', index, 'card'];
    const [line] = findLines(origin.text, [at]);
    return {
      file: origin.file,
      line,
      field: toPointer(at),
      message: reason,
      severity: 'warning' as const,
    };
  });
}

/** Reads the manifests of a tree, with the cards and pointers that they name. */
export class ManifestReader {
  constructor(private readonly tree: ManifestTree) {}

  /** Adds a manifest's model to the page, or what is wrong with it. */
  async read(file: string, page: SourcePage): Promise<void> {
    try {
      const text = await this.tree.readManifest(file);
      const { manifest, problems } = parseManifest(text, file);
      page.problems.push(...problems);
      if (!manifest) return;
      const cards = await this.readCards(manifest, file);
      page.problems.push(...locateCards(cards.refused, { file, text }));
      page.models.push(await this.complete(manifest, file, cards));
    } catch (error) {
      page.problems.push({ file, message: reasonOf(error), severity: 'error' });
    }
  }

  private async complete(
    manifest: ModelManifest,
    file: string,
    cards: ReadCards,
  ): Promise<SourceModel> {
    const model = toSourceModel(manifest, { location: file, cards });
    const folder = path.posix.dirname(file);
    const named = manifest.spec.versions.flatMap(({ card }) =>
      card === undefined ? [] : [path.posix.join(folder, card)],
    );
    const pointers: string[] = [];
    const versions = await Promise.all(
      model.versions.map(async version => ({
        ...version,
        artifacts: await Promise.all(
          version.artifacts.map(artifact =>
            this.resolve(artifact, folder, pointers),
          ),
        ),
      })),
    );
    const files = [file, ...new Set([...named, ...pointers])];
    return { ...model, versions, mark: await writeMark(this.tree, files) };
  }

  /** Fills in what a pointer beside the manifest tells of an artifact. */
  private async resolve(
    artifact: Artifact,
    folder: string,
    pointers: string[],
  ): Promise<Artifact> {
    const { uri, digest } = artifact;
    if (digest !== undefined || /^([a-z][a-z0-9+.-]*:|\/)/i.test(uri))
      return artifact;
    const file = path.posix.join(folder, uri);
    if (file.startsWith('../')) return artifact;
    const { facts, files } = await findPointer(this.tree, file);
    pointers.push(...files);
    return { ...artifact, ...facts };
  }

  private async readCards(
    manifest: ModelManifest,
    file: string,
  ): Promise<ReadCards> {
    const cards: ReadCards = { texts: new Map(), refused: new Map() };
    for (const [index, { version, card }] of manifest.spec.versions.entries()) {
      if (card === undefined) continue;
      try {
        cards.texts.set(version, await this.tree.readCard(file, card));
      } catch (error) {
        cards.refused.set(version, { index, reason: reasonOf(error) });
      }
    }
    return cards;
  }
}
