import { Knex } from 'knex';
import { ModelRecord, StoredModel, StoredState } from '../domain/records';
import { inBatches } from './inBatches';
import { AliasRow, ConflictRow, ModelTableRow, VersionTableRow } from './rows';

type StateColumns = Pick<
  ModelTableRow,
  | 'id'
  | 'source_id'
  | 'native_id'
  | 'ref'
  | 'content_hash'
  | 'source_mark'
  | 'tombstoned_at'
>;

function toStoredModel(row: StateColumns): StoredModel {
  return {
    id: row.id,
    sourceId: row.source_id,
    nativeId: row.native_id,
    ref: row.ref,
    contentHash: row.content_hash,
    mark: row.source_mark,
    tombstoned: row.tombstoned_at !== null,
  };
}

/** The stored rows of these models, and of whatever holds one of their refs. */
export async function loadModels(
  db: Knex,
  sourceId: string,
  models: ModelRecord[],
): Promise<StoredModel[]> {
  const found = new Map<number, StoredModel>();
  const read = async (
    keep: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
  ) => {
    const rows: StateColumns[] = await keep(db('models')).select(
      'id',
      'source_id',
      'native_id',
      'ref',
      'content_hash',
      'source_mark',
      'tombstoned_at',
    );
    for (const row of rows) found.set(row.id, toStoredModel(row));
  };
  await inBatches(
    models.map(model => model.nativeId),
    batch =>
      read(query =>
        query.where({ source_id: sourceId }).whereIn('native_id', batch),
      ),
  );
  const known = new Set([...found.values()].map(model => model.nativeId));
  const refs = models
    .filter(model => !known.has(model.nativeId))
    .flatMap(model => model.refs);
  await inBatches(refs, batch => read(query => query.whereIn('ref', batch)));
  return [...found.values()];
}

/** Adds versions, open conflicts and current aliases of these models. */
export async function loadBelow(
  db: Knex,
  modelIds: number[],
  state: StoredState,
): Promise<void> {
  const versions: VersionTableRow[] = await db('model_versions')
    .whereIn('model_id', modelIds)
    .select(
      'id',
      'model_id',
      'version',
      'content_marks',
      'detail_hash',
      'tombstoned_at',
    );
  for (const row of versions)
    state.versions.push({
      id: row.id,
      modelId: row.model_id,
      version: row.version,
      marks: row.content_marks,
      detailHash: row.detail_hash,
      tombstoned: row.tombstoned_at !== null,
    });
  const conflicts: ConflictRow[] = await db('version_conflicts')
    .join('model_versions', 'model_versions.id', 'version_conflicts.version_id')
    .whereIn('model_versions.model_id', modelIds)
    .whereNull('ended_at')
    .select('version_conflicts.*');
  for (const row of conflicts)
    state.conflicts.push({
      id: row.id,
      versionId: row.version_id,
      marks: row.marks,
    });
  const aliases: AliasRow[] = await db<AliasRow>('model_aliases')
    .whereIn('model_id', modelIds)
    .whereNull('until');
  for (const row of aliases)
    state.aliases.push({
      id: row.id,
      modelId: row.model_id,
      alias: row.alias,
      version: row.version,
    });
}
