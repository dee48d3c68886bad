import {
  ModelArtifact,
  ModelMetric,
} from '@modelyard/plugin-model-catalog-common';
import {
  SourceModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { toSpdx } from './licenses';
import { HubFile, HubModel } from './schemas';

/** Files that hold weights, or say how to read them. */
const kept =
  /\.(safetensors|bin|pt|pth|ckpt|onnx|gguf|ggml|h5|msgpack|pkl|joblib|tflite|keras|npz|mlmodel)$|(^|\/)(config|adapter_config|model_index)\.json$/i;

function toMetrics(model: HubModel): ModelMetric[] {
  const results = (model.cardData?.['model-index'] ?? []).flatMap(
    entry => entry.results ?? [],
  );
  return results.flatMap(({ dataset, metrics }) =>
    (metrics ?? []).flatMap(({ type, name, value }) => {
      const label = type || name;
      if (!label || typeof value !== 'number' || !Number.isFinite(value))
        return [];
      return [
        {
          name: label,
          value,
          dataset: dataset?.name || dataset?.type || undefined,
          split: dataset?.split || undefined,
        },
      ];
    }),
  );
}

/** Files of a commit that make the model; the sha256 of those in large-file storage. */
export function toArtifacts(
  files: HubFile[],
  place: { id: string; sha: string },
): ModelArtifact[] {
  return files
    .filter(file => file.type === 'file' && (file.lfs || kept.test(file.path)))
    .map(({ path, size, lfs }) => ({
      uri: `hf://${place.id}@${place.sha}/${path}`,
      digest:
        lfs && /^[0-9a-f]{64}$/.test(lfs.oid) ? `sha256:${lfs.oid}` : undefined,
      sizeBytes: lfs?.size ?? size ?? undefined,
      format: /\.([A-Za-z0-9]+)$/.exec(path)?.[1].toLowerCase(),
    }));
}

/** The card without the block of metadata at its head. */
export function withoutFrontMatter(card: string): string {
  return card.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '').trimStart();
}

function toHead(model: HubModel, webUrl: string): SourceVersion {
  const { id, sha } = model;
  return {
    nativeId: `${toNativeId(model)}@${sha}`,
    version: sha,
    createdAt: model.lastModified,
    status: model.disabled ? 'failed' : 'ready',
    digest: { value: `sha1:${sha}`, kind: 'vcs' },
    artifacts: [],
    metrics: toMetrics(model),
    params: {},
    datasets: (model.cardData?.datasets ?? []).map(name => ({
      name,
      role: 'train',
    })),
    run: { commit: sha },
    links: [{ url: `${webUrl}/${id}/tree/${sha}`, title: 'Hugging Face' }],
    uri: `hf://${id}@${sha}`,
    extent: 'head',
  };
}

function toStates(model: HubModel): Record<string, string> {
  return {
    ...(model.gated && { gated: String(model.gated) }),
    ...(model.private && { private: 'true' }),
    ...(model.disabled && { disabled: 'true' }),
    ...(model.library_name && { library: model.library_name }),
  };
}

/** Stays when the model is renamed. */
export function toNativeId(model: HubModel): string {
  return model._id ?? model.id;
}

/** Differs as soon as there is something to read again. */
export function toMark(model: HubModel): string {
  const { sha, lastModified } = model;
  return [sha, lastModified, JSON.stringify(toStates(model))].join(' ');
}

/** A model of the Hub with the head of its current version. */
export function toSourceModel(model: HubModel, webUrl: string): SourceModel {
  const { cardData } = model;
  return {
    nativeId: toNativeId(model),
    title: model.id,
    labels: toStates(model),
    task: model.pipeline_tag ?? undefined,
    license: toSpdx(cardData?.license?.[0], cardData?.license_name),
    baseModelTitles: cardData?.base_model ?? undefined,
    aliases: { main: model.sha },
    versions: [toHead(model, webUrl)],
    listsCurrentOnly: true,
    location: model.id,
    mark: toMark(model),
  };
}
