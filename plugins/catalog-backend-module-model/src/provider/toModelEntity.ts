import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
} from '@backstage/catalog-model';
import {
  entityAnnotations,
  modelApiVersion,
  ModelEntity,
  ModelRow,
} from '@modelyard/plugin-model-catalog-common';
import { plainText } from './plainText';

const legalTag = /^[a-z0-9:+#]+(-[a-z0-9:+#]+)*$/;
const maxTagLength = 63;

/** Tags that the catalog accepts; a registry's may be anything. */
function toTags(tags: string[] = []): string[] | undefined {
  const legal = tags
    .map(tag => tag.toLowerCase())
    .filter(tag => legalTag.test(tag) && tag.length <= maxTagLength);
  return legal.length > 0 ? [...new Set(legal)] : undefined;
}

function definedOnly<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}

/**
 * A model of the model catalog as an entity. Nothing in it changes with a sync
 * that finds the model as it was: no version, count, metric or time.
 */
export function toModelEntity(model: ModelRow): ModelEntity {
  const { namespace, name } = parseEntityRef(model.ref);
  const location = `modelyard:${model.source.id}`;
  return {
    apiVersion: modelApiVersion,
    kind: 'Model',
    metadata: definedOnly({
      namespace,
      name,
      title: model.title,
      description: plainText(model.description ?? '') || undefined,
      tags: toTags(model.tags),
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [entityAnnotations.source]: model.source.id,
        [entityAnnotations.sourceRef]: model.sourceRef ?? model.ref,
      },
    }),
    spec: definedOnly({
      type: model.type ?? 'unknown',
      lifecycle: model.lifecycle ?? 'unknown',
      owner: model.owner,
      system: model.system,
      task: model.task,
      license: model.license,
      riskTier: model.riskTier,
      baseModels: model.baseModels,
      datasets: model.datasets,
    }),
  };
}
