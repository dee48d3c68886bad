import {
  SourceModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { ModelVersion, RegisteredModel } from './schemas';

/** Where things of one source lie, and what they are called there. */
export interface MlflowPlaces {
  /** Address of MLflow's own pages. */
  uiUrl: string;
  /** Absent on a server without workspaces. */
  workspace?: string;
  /** Tag of a version that carries the digest of its content. */
  digestTag: string;
}

const statuses: Record<string, SourceVersion['status']> = {
  READY: 'ready',
  PENDING_REGISTRATION: 'pending',
  FAILED_REGISTRATION: 'failed',
};

/** Tags of a model that mean a field of ours. */
const fieldTags = {
  type: ['model_type'],
  lifecycle: ['lifecycle'],
  task: ['task'],
  license: ['license'],
  riskTier: ['risk_tier', 'riskTier'],
  system: ['system'],
} as const;

const promptTag = 'mlflow.prompt.is_prompt';
const digestForm = /^(?:sha256:)?([0-9a-f]{64})$/i;

/** Tags as a record; the last one of a key counts. */
export function toLabels(
  tags: { key: string; value?: string }[] | undefined,
): Record<string, string> {
  return Object.fromEntries(
    (tags ?? []).map(({ key, value }) => [key, value ?? '']),
  );
}

/** Whether a registered model is a prompt, which servers before 3 list among models. */
export function isPrompt(model: RegisteredModel): boolean {
  return toLabels(model.tags)[promptTag]?.toLowerCase() === 'true';
}

function iso(milliseconds: number): string {
  const time = new Date(milliseconds);
  return Number.isNaN(time.getTime())
    ? String(milliseconds)
    : time.toISOString();
}

/**
 * Identities of models. A rename keeps the time of creation, and a model that is
 * deleted and made again under the same name gets another: so the time is the
 * identity, with the name where two were made in the same millisecond.
 */
export function identify(
  models: RegisteredModel[],
  workspace: string | undefined,
): Map<string, string> {
  const counts = new Map<number, number>();
  for (const { creation_timestamp: at } of models)
    counts.set(at, (counts.get(at) ?? 0) + 1);
  const prefix = workspace === undefined ? '' : `${workspace}/`;
  return new Map(
    models.map(({ name, creation_timestamp: at }) => [
      name,
      (counts.get(at) ?? 0) > 1 ? `${prefix}${at}/${name}` : `${prefix}${at}`,
    ]),
  );
}

function digestOf(
  labels: Record<string, string>,
  { digestTag }: MlflowPlaces,
): SourceVersion['digest'] {
  const [, hex] = digestForm.exec(labels[digestTag] ?? '') ?? [];
  return hex === undefined
    ? undefined
    : { value: `sha256:${hex.toLowerCase()}`, kind: 'content' };
}

/** Id of the logged model that a version points to. */
export function loggedModelOf(version: { uri?: string }): string | undefined {
  return /^models:\/(m-[0-9a-zA-Z]+)$/.exec(version.uri ?? '')?.[1];
}

function toHead(
  version: ModelVersion,
  nativeId: string,
  places: MlflowPlaces,
): SourceVersion {
  const { name, current_stage: stage, source, run_id: runId } = version;
  const labels = toLabels(version.tags);
  const page = `${places.uiUrl}/#/models/${encodeURIComponent(name)}/versions/${version.version}`;
  return {
    nativeId: `${nativeId}/${version.version}`,
    version: version.version,
    createdAt: iso(version.creation_timestamp),
    status: statuses[version.status ?? ''] ?? 'ready',
    stage: stage && stage !== 'None' ? stage : undefined,
    digest: digestOf(labels, places),
    artifacts: [],
    metrics: [],
    params: {},
    datasets: [],
    run: runId ? { id: runId } : undefined,
    links: [{ url: page, title: 'MLflow' }],
    card: version.description || undefined,
    labels,
    uri: source || undefined,
    extent: 'head',
  };
}

/** A registered model with the heads of its versions. */
export function toSourceModel(
  model: RegisteredModel,
  versions: ModelVersion[],
  context: { nativeId: string; places: MlflowPlaces },
): SourceModel {
  const { nativeId, places } = context;
  const labels = toLabels(model.tags);
  const field = (tags: readonly string[]) =>
    tags.map(tag => labels[tag]).find(Boolean);
  return {
    nativeId,
    title: model.name,
    description: model.description || undefined,
    labels,
    type: field(fieldTags.type),
    lifecycle: field(fieldTags.lifecycle),
    task: field(fieldTags.task),
    license: field(fieldTags.license),
    riskTier: field(fieldTags.riskTier),
    system: field(fieldTags.system),
    aliases: Object.fromEntries(
      (model.aliases ?? []).map(({ alias, version }) => [alias, version]),
    ),
    versions: versions.map(version => toHead(version, nativeId, places)),
    location: model.name,
  };
}
