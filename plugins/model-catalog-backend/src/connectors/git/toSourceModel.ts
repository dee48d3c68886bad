import { ModelManifest } from '@modelyard/plugin-model-catalog-common';
import {
  SourceModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';

type ManifestVersion = ModelManifest['spec']['versions'][number];

/** Cards of a manifest's versions, by version. */
export interface ReadCards {
  texts: Map<string, string>;
  refused: Map<string, { index: number; reason: string }>;
}

function toSourceVersion(
  version: ManifestVersion,
  model: { nativeId: string; location: string },
  cards: ReadCards,
): SourceVersion {
  const { commit, runUrl, ...same } = version;
  return {
    ...same,
    nativeId: `${model.nativeId}@${version.version}`,
    run: { url: runUrl, commit },
    card: cards.texts.get(version.version),
    extent: cards.refused.has(version.version) ? 'partial' : 'whole',
    uri: model.location,
  };
}

/**
 * A manifest in the words of every source. A model's identity is its name, so
 * that its file may be moved.
 */
export function toSourceModel(
  manifest: ModelManifest,
  options: { location: string; cards: ReadCards },
): SourceModel {
  const { metadata, spec } = manifest;
  const { location, cards } = options;
  const nativeId = `${metadata.namespace ?? 'default'}/${metadata.name}`;
  return {
    ...metadata,
    ...spec,
    title: metadata.title ?? metadata.name,
    nativeId,
    location,
    versions: spec.versions.map(version =>
      toSourceVersion(version, { nativeId, location }, cards),
    ),
  };
}
