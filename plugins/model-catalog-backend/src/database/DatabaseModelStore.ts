import {
  AliasHistoryEntry,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelFacetsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { ModelStore, Page, SourceStates, StoredModelRow } from './ModelStore';
import { filterModels } from './filterModels';
import { ModelFilter, whereAllowed } from './modelFilter';
import { modelOrder, versionOrder } from './orders';
import { applyOrder, readPosition, writePosition } from './position';
import { FacetReader } from './readFacets';
import { AliasRow, ConflictRow, ModelTableRow, VersionTableRow } from './rows';
import {
  toModelRow,
  toVersionDetail,
  toVersionRow,
  VersionListColumns,
} from './toRows';

const defaultLimit = 50;
/** Moves of aliases that a history goes back. */
const mostAliases = 1000;

const versionListColumns = [
  ...['id', 'model_id', 'native_id', 'version', 'created_at', 'created_by'],
  ...['status', 'stage', 'digest', 'digest_kind', 'metrics'],
  ...['content_marks', 'detail_hash', 'tombstoned_at', 'tombstone_reason'],
];

const noStates: SourceStates = new Map();

/** {@link ModelStore} over SQLite or Postgres. */
export class DatabaseModelStore implements ModelStore {
  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): DatabaseModelStore {
    return new DatabaseModelStore(options.db);
  }

  async listModels(
    query: ListModelsQuery,
    filter: ModelFilter,
    states: SourceStates = noStates,
  ): Promise<Page<StoredModelRow>> {
    const limit = query.limit ?? defaultLimit;
    const order = modelOrder(query.sort);
    const position = readPosition(query.cursor, order);
    const filtered = () =>
      whereAllowed(filterModels(this.db('models'), query, { states }), filter);
    const rows: (ModelTableRow & { sort_value: string | number })[] =
      await applyOrder(filtered(), {
        order,
        id: 'models.id',
        position,
        limit,
      }).select('models.*', this.db.raw(`${order.expression} as sort_value`));
    const page = rows.slice(0, limit);
    const aliases = await this.aliasesOf(page.map(row => row.id));
    const last = page[page.length - 1];
    return {
      items: page.map(row => toModelRow(row, aliases.get(row.id) ?? {})),
      ...(rows.length > limit && {
        nextCursor: writePosition(order, {
          value: last.sort_value,
          id: last.id,
        }),
      }),
      totalItems: await this.count(filtered()),
    };
  }

  getFacets(
    query: ModelFacetsQuery,
    filter: ModelFilter,
    states: SourceStates = noStates,
  ): Promise<ModelFacets> {
    return new FacetReader(this.db, { query, filter, states }).read();
  }

  async isAllowed(ref: string, filter: ModelFilter): Promise<boolean> {
    const row: unknown = await whereAllowed(this.db('models'), filter)
      .where('models.ref', ref)
      .first('models.id');
    return row !== undefined;
  }

  async findModel(ref: string): Promise<StoredModelRow | undefined> {
    const row = await this.findModelRow(ref);
    if (!row) return undefined;
    const aliases = await this.aliasesOf([row.id]);
    return toModelRow(row, aliases.get(row.id) ?? {});
  }

  async listVersions(ref: string, query: ListVersionsQuery) {
    const limit = query.limit ?? defaultLimit;
    const order = versionOrder(query.sort);
    const position = readPosition(query.cursor, order);
    const model = await this.findModelRow(ref);
    if (!model) return { items: [], totalItems: 0 };
    const ofModel = () =>
      this.db<VersionTableRow>('model_versions').where('model_id', model.id);
    const rows: VersionListColumns[] = await applyOrder(ofModel(), {
      order,
      id: 'id',
      position,
      limit,
    }).select(versionListColumns);
    const page = rows.slice(0, limit);
    const aliases = (await this.aliasesOf([model.id])).get(model.id) ?? {};
    const conflicts = await this.conflictsOf(page.map(row => row.id));
    const last = page[page.length - 1];
    return {
      items: page.map(row =>
        toVersionRow(
          row,
          Object.keys(aliases).filter(a => aliases[a] === row.version),
          conflicts.find(c => c.version_id === row.id && c.ended_at === null),
        ),
      ),
      ...(rows.length > limit && {
        nextCursor: writePosition(order, {
          value: last.created_at,
          id: last.id,
        }),
      }),
      totalItems: await this.count(ofModel()),
    };
  }

  async findVersion(ref: string, version: string) {
    const model = await this.findModelRow(ref);
    if (!model) return undefined;
    const row = await this.db<VersionTableRow>('model_versions')
      .where({ model_id: model.id, version })
      .first();
    if (!row) return undefined;
    const aliases = (await this.aliasesOf([model.id])).get(model.id) ?? {};
    return toVersionDetail(row, {
      sourceId: model.source_id,
      aliases: Object.keys(aliases).filter(a => aliases[a] === version),
      conflicts: await this.conflictsOf([row.id]),
    });
  }

  async listAliases(ref: string): Promise<AliasHistoryEntry[]> {
    const rows: (AliasRow & { source_id: string })[] = await this.db(
      'model_aliases',
    )
      .join('models', 'models.id', 'model_aliases.model_id')
      .where('models.ref', ref)
      .orderBy([
        { column: 'model_aliases.since', order: 'desc' },
        { column: 'model_aliases.id', order: 'desc' },
      ])
      .limit(mostAliases)
      .select('model_aliases.*', 'models.source_id');
    return rows.map(({ alias, version, since, until, source_id: source }) => ({
      ...{ alias, version, since },
      ...(until !== null && { until }),
      by: `source:${source}`,
    }));
  }

  private findModelRow(ref: string): Promise<ModelTableRow | undefined> {
    return this.db<ModelTableRow>('models').where({ ref }).first();
  }

  private async aliasesOf(
    modelIds: number[],
  ): Promise<Map<number, Record<string, string>>> {
    const rows: AliasRow[] = await this.db<AliasRow>('model_aliases')
      .whereIn('model_id', modelIds)
      .whereNull('until')
      .orderBy('alias');
    const aliases = new Map<number, Record<string, string>>();
    for (const { model_id, alias, version } of rows)
      aliases.set(model_id, { ...aliases.get(model_id), [alias]: version });
    return aliases;
  }

  private conflictsOf(versionIds: number[]): Promise<ConflictRow[]> {
    return this.db<ConflictRow>('version_conflicts')
      .whereIn('version_id', versionIds)
      .orderBy('id', 'desc')
      .then(rows => rows);
  }

  private async count(query: Knex.QueryBuilder): Promise<number> {
    const [row]: { count: string | number }[] = await query.count({
      count: '*',
    });
    return Number(row.count);
  }
}
