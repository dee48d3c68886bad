import {
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { SourceModel } from '@modelyard/plugin-model-catalog-node';
import { fullRef } from './fullRef';
import { InvalidItem } from './InvalidItem';
import { normalizeVersion } from './normalizeVersion';
import { ModelRecord } from './records';
import { sha256 } from './versionDigest';

function modelRef(model: SourceModel): { ref: string; namespace: string } {
  const namespace = model.namespace ?? DEFAULT_NAMESPACE;
  if (!KubernetesValidatorFunctions.isValidObjectName(model.name))
    throw new InvalidItem(
      `"${model.name}" is not a legal entity name; use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit`,
      '/metadata/name',
    );
  if (!KubernetesValidatorFunctions.isValidNamespace(namespace))
    throw new InvalidItem(
      `"${namespace}" is not a legal namespace; use at most 63 lower-case letters, digits and "-"`,
      '/metadata/namespace',
    );
  return {
    ref: stringifyEntityRef({ kind: 'Model', namespace, name: model.name }),
    namespace,
  };
}

function describe(
  model: SourceModel,
): Omit<ModelRecord, 'contentHash' | 'aliases' | 'versions'> {
  const { ref, namespace } = modelRef(model);
  const refs = (texts: string[] | undefined, kind: string, field: string) =>
    (texts ?? []).map((text, index) =>
      fullRef(text, `/spec/${field}/${index}`, { kind, namespace }),
    );
  return {
    nativeId: model.nativeId,
    ref,
    title: model.title || model.name,
    description: model.description,
    type: model.type,
    lifecycle: model.lifecycle,
    owner: model.owner
      ? fullRef(model.owner, '/spec/owner', { kind: 'group', namespace })
      : undefined,
    system: model.system,
    task: model.task,
    license: model.license,
    riskTier: model.riskTier,
    tags: [...new Set(model.tags ?? [])],
    baseModels: refs(model.baseModels, 'model', 'baseModels'),
    datasets: refs(model.datasets, 'resource', 'datasets'),
    location: model.location,
  };
}

/**
 * Makes a model of a source ready to be stored: full refs, clean addresses, a
 * digest for each version. Aliases of versions that the source doesn't have are
 * left out.
 *
 * @throws InvalidItem when it can't be stored
 */
export function normalizeModel(
  model: SourceModel,
  sourceId: string,
): ModelRecord {
  const description = describe(model);
  const versions = model.versions.map((version, index) =>
    normalizeVersion(version, { sourceId, field: `/spec/versions/${index}` }),
  );
  const known = new Map(versions.map((v, index) => [v.version, index]));
  const twice = versions.findIndex(
    (v, index) => known.get(v.version) !== index,
  );
  if (twice !== -1)
    throw new InvalidItem(
      `version "${versions[twice].version}" stands here more than once; a version is listed once`,
      `/spec/versions/${twice}/version`,
    );
  return {
    ...description,
    contentHash: sha256(JSON.stringify(description)),
    aliases: Object.fromEntries(
      Object.entries(model.aliases).filter(([, version]) => known.has(version)),
    ),
    versions,
  };
}
