import {
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { SourceModel } from '@modelyard/plugin-model-catalog-node';
import { cleanTexts, shorten } from './cleanTexts';
import { entityNames } from './entityName';
import { fullRef } from './fullRef';
import { InvalidItem } from './InvalidItem';
import { allowedLabels, labelTags } from './labels';
import { normalizeVersion } from './normalizeVersion';
import { ownerCandidates } from './ownerRules';
import { ModelRecord } from './records';
import { SourceIntake } from './SourceIntake';
import { sha256 } from './versionDigest';

const maxLine = 255;
const maxTitle = 500;
const maxDescription = 64 * 1024;

function oneLine(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, ' ').trim();
  return line ? line.slice(0, maxLine) : undefined;
}

/** As the registry has it, to the blank; only what breaks a line goes. */
function titleOf({ title, name, nativeId }: SourceModel): string {
  const shown = title.replace(/[\r\n\t]+/g, ' ').slice(0, maxTitle);
  return shown.trim() ? shown : (name ?? nativeId);
}

function legalNamespace(model: SourceModel): string {
  const namespace = model.namespace ?? DEFAULT_NAMESPACE;
  if (KubernetesValidatorFunctions.isValidNamespace(namespace))
    return namespace;
  throw new InvalidItem(
    `"${namespace}" is not a legal namespace; use at most 63 lower-case letters, digits and "-"`,
    '/metadata/namespace',
  );
}

function legalNames(model: SourceModel, sourceId: string): string[] {
  const { name, title, nativeId } = model;
  if (name === undefined) return entityNames({ title, sourceId, nativeId });
  if (KubernetesValidatorFunctions.isValidObjectName(name)) return [name];
  throw new InvalidItem(
    `"${name}" is not a legal entity name; use at most 63 letters, digits, "-", "_" and ".", starting and ending with a letter or digit`,
    '/metadata/name',
  );
}

function describe(model: SourceModel, intake: SourceIntake) {
  const namespace = legalNamespace(model);
  const labels = allowedLabels(model.labels, intake);
  const refs = (texts: string[] | undefined, kind: string, field: string) =>
    (texts ?? []).map((text, index) =>
      fullRef(text, `/spec/${field}/${index}`, { kind, namespace }),
    );
  return {
    nativeId: model.nativeId,
    refs: legalNames(model, intake.sourceId).map(name =>
      stringifyEntityRef({ kind: 'Model', namespace, name }),
    ),
    insists: model.name !== undefined,
    title: titleOf(model),
    description:
      model.description && shorten(model.description, maxDescription),
    type: oneLine(model.type) ?? 'unknown',
    lifecycle: oneLine(model.lifecycle) ?? 'unknown',
    owner: model.owner
      ? fullRef(model.owner, '/spec/owner', { kind: 'group', namespace })
      : undefined,
    ownerCandidates: model.owner
      ? []
      : ownerCandidates(intake.owner, {
          title: model.title,
          location: model.location,
          labels: model.labels ?? {},
        }),
    system: oneLine(model.system),
    task: oneLine(model.task),
    license: oneLine(model.license),
    riskTier: oneLine(model.riskTier),
    tags: [...new Set([...(model.tags ?? []), ...labelTags(labels)])],
    baseModels: refs(model.baseModels, 'model', 'baseModels'),
    baseModelTitles: [...new Set(model.baseModelTitles ?? [])],
    datasets: refs(model.datasets, 'resource', 'datasets'),
    location: model.location,
  };
}

/** Hash of what is stored of a model itself; its ref is given once and stays. */
function hashContent(description: ReturnType<typeof describe>): string {
  const { refs: _refs, insists: _insists, ...content } = description;
  return sha256(JSON.stringify(content));
}

/**
 * Makes a model of a source ready to be stored: full refs, clean addresses, no
 * secrets, a digest for each version. Aliases of versions that the source doesn't
 * have are left out.
 *
 * @throws InvalidItem when it can't be stored
 */
export function normalizeModel(
  source: SourceModel,
  intake: SourceIntake,
): ModelRecord {
  const model = cleanTexts(source);
  const description = describe(model, intake);
  const versions = model.versions.map((version, index) =>
    normalizeVersion(version, { intake, field: `/spec/versions/${index}` }),
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
    contentHash: hashContent(description),
    listsCurrentOnly: model.listsCurrentOnly ?? false,
    mark: model.mark && `${intake.fingerprint}:${model.mark}`,
    aliases: Object.fromEntries(
      Object.entries(model.aliases).filter(
        ([alias, version]) => known.has(version) && alias.length <= maxLine,
      ),
    ),
    versions,
  };
}
