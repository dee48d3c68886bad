import {
  AliasHistoryEntry,
  ModelRow,
  VersionDetail,
  VersionRow,
} from '@modelyard/plugin-model-catalog-common';
import { StoredModelRow } from './ModelStore';
import {
  AliasRow,
  columnSchemas,
  ConflictRow,
  ModelTableRow,
  readColumn,
  VersionTableRow,
} from './rows';

/** The columns of a version that lists need; the card may be large. */
export type VersionListColumns = Omit<
  VersionTableRow,
  | 'artifacts'
  | 'params'
  | 'datasets'
  | 'run'
  | 'links'
  | 'card'
  | 'uri'
  | 'labels'
>;

function tombstoneOf(row: {
  tombstoned_at: string | null;
  tombstone_reason: string | null;
}) {
  return row.tombstoned_at === null
    ? undefined
    : { at: row.tombstoned_at, reason: row.tombstone_reason ?? 'unknown' };
}

/** Drops what is unknown: absent, never `null` or an empty list. */
function known<T extends object>(fields: T): T {
  const entries = Object.entries(fields).filter(
    ([, value]) =>
      value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries) as T;
}

/** Where an alias pointed, as its source told us. */
export function toAliasEntry(
  { alias, version, since, until }: AliasRow,
  sourceId: string,
): AliasHistoryEntry {
  return {
    ...{ alias, version, since },
    ...(until !== null && { until }),
    by: `source:${sourceId}`,
  };
}

/** A model of the store, as REST shows it. */
export function toModelRow(
  row: ModelTableRow,
  aliases: ModelRow['aliases'],
): StoredModelRow {
  return known({
    ref: row.ref,
    title: row.title,
    description: row.description ?? undefined,
    type: row.type,
    owner: row.owner ?? undefined,
    system: row.system ?? undefined,
    task: row.task ?? undefined,
    riskTier: row.risk_tier ?? undefined,
    lifecycle: row.lifecycle,
    license: row.license ?? undefined,
    tags: readColumn(columnSchemas.texts, row.tags),
    baseModels: readColumn(columnSchemas.texts, row.base_models),
    baseModelTitles: readColumn(columnSchemas.texts, row.base_model_titles),
    datasets: readColumn(columnSchemas.texts, row.datasets),
    latestVersion:
      row.latest_version !== null && row.latest_created_at !== null
        ? { version: row.latest_version, createdAt: row.latest_created_at }
        : undefined,
    aliases,
    versionCount: row.version_count,
    sourceId: row.source_id,
    sourceRef: row.location,
    tombstone: tombstoneOf(row),
  });
}

/** A conflict of the store, as REST shows it. */
export function toConflict(
  row: ConflictRow,
): NonNullable<VersionRow['conflict']> {
  return {
    digest: row.digest,
    at: row.seen_at,
    fields: readColumn(columnSchemas.texts, row.fields),
    ...(row.ended_at !== null && { endedAt: row.ended_at }),
  };
}

/** A version of the store, as lists show it. */
export function toVersionRow(
  row: VersionListColumns,
  aliases: string[],
  conflict: ConflictRow | undefined,
): VersionRow {
  const tombstone = tombstoneOf(row);
  return {
    version: row.version,
    createdAt: row.created_at,
    ...(row.created_by !== null && { createdBy: row.created_by }),
    status: tombstone ? 'removed' : row.status,
    ...(row.stage !== null && { stage: row.stage }),
    aliases,
    digest: row.digest,
    digestKind: columnSchemas.digestKind.parse(row.digest_kind),
    metrics: readColumn(columnSchemas.metrics, row.metrics),
    ...(tombstone && { tombstone }),
    ...(conflict && { conflict: toConflict(conflict) }),
  };
}

function labelsOf(row: VersionTableRow): Pick<VersionDetail, 'labels'> {
  const labels = readColumn(columnSchemas.labels, row.labels);
  return Object.keys(labels).length > 0 ? { labels } : {};
}

/** A version of the store with everything that is known of it. */
export function toVersionDetail(
  row: VersionTableRow,
  context: { sourceId: string; aliases: string[]; conflicts: ConflictRow[] },
): VersionDetail {
  const { sourceId, aliases, conflicts } = context;
  const open = conflicts.find(c => c.ended_at === null);
  return {
    ...toVersionRow(row, aliases, open),
    artifacts: readColumn(columnSchemas.artifacts, row.artifacts),
    params: readColumn(columnSchemas.params, row.params),
    datasets: readColumn(columnSchemas.datasets, row.datasets),
    ...(row.run !== null && { run: readColumn(columnSchemas.run, row.run) }),
    links: readColumn(columnSchemas.links, row.links),
    ...labelsOf(row),
    ...(row.card !== null && { card: { text: row.card } }),
    ...(conflicts.length > 0 && { conflicts: conflicts.map(toConflict) }),
    source: {
      id: sourceId,
      nativeId: row.native_id,
      ...(row.uri !== null && { uri: row.uri }),
    },
  };
}
