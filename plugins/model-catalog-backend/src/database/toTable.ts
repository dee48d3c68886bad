import { searchWords } from '../domain/searchWords';
import { newestVersion } from '../domain/newestVersion';
import { VersionRecord } from '../domain/records';
import { NamedModel } from '../domain/syncPlan';
import { ModelTableRow, VersionTableRow } from './rows';

/** The columns of `models` that a source decides. */
export function toModelColumns(
  model: NamedModel,
  sourceId: string,
): Omit<
  ModelTableRow,
  | 'id'
  | 'wanted_ref'
  | 'version_count'
  | 'removed_versions'
  | 'latest_version'
  | 'latest_created_at'
> {
  const searchable = [model.ref, model.title, model.description, ...model.tags];
  return {
    source_id: sourceId,
    native_id: model.nativeId,
    ref: model.ref,
    title: model.title,
    description: model.description ?? null,
    type: model.type,
    lifecycle: model.lifecycle,
    owner: model.owner ?? null,
    system: model.system ?? null,
    task: model.task ?? null,
    license: model.license ?? null,
    risk_tier: model.riskTier ?? null,
    tags: JSON.stringify(model.tags),
    base_models: JSON.stringify(model.baseModels),
    base_model_titles: JSON.stringify(model.baseModelTitles),
    datasets: JSON.stringify(model.datasets),
    location: model.location,
    search_text: searchWords(searchable.filter(Boolean).join(' ')).join(' '),
    content_hash: model.contentHash,
    source_mark: model.mark ?? null,
    tombstoned_at: null,
    tombstone_reason: null,
  };
}

/** A model that isn't stored, with what is derived of its versions. */
export function toNewModelColumns(
  model: NamedModel,
  sourceId: string,
): Omit<ModelTableRow, 'id'> {
  const newest = newestVersion(model.versions);
  return {
    ...toModelColumns(model, sourceId),
    wanted_ref: model.ref === model.refs[0] ? null : model.refs[0],
    version_count: model.versions.length,
    removed_versions: 0,
    latest_version: newest?.version ?? null,
    latest_created_at: newest?.createdAt ?? null,
  };
}

/** A version as a row of `model_versions`. */
export function toVersionColumns(
  version: VersionRecord,
  modelId: number,
): Omit<VersionTableRow, 'id'> {
  return {
    model_id: modelId,
    native_id: version.nativeId,
    version: version.version,
    created_at: version.createdAt,
    created_by: version.createdBy ?? null,
    status: version.status,
    stage: version.stage ?? null,
    digest: version.digest,
    digest_kind: version.digestKind,
    artifacts: JSON.stringify(version.artifacts),
    metrics: JSON.stringify(version.metrics),
    params: JSON.stringify(version.params),
    datasets: JSON.stringify(version.datasets),
    run: version.run ? JSON.stringify(version.run) : null,
    links: JSON.stringify(version.links),
    card: version.card ?? null,
    uri: version.uri ?? null,
    labels: JSON.stringify(version.labels),
    content_marks: version.marks,
    detail_hash: version.detailHash,
    tombstoned_at: null,
    tombstone_reason: null,
  };
}
