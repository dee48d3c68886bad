import {
  AliasHistoryEntry,
  ListAliasesQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacets,
  ModelFacetsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { CountCache } from './CountCache';
import { countSources } from './countSources';
import { filterModels, Half, halves } from './filterModels';
import { ModelStore, Page, Snapshot, StoredModelRow } from './ModelStore';
import { ModelFilter, whereAllowed } from './modelFilter';
import { aliasOrder, modelOrder, versionOrder } from './orders';
import { FacetReader } from './readFacets';
import { ofRun } from './ofRun';
import { countRows, readPage } from './readPage';
import { AliasRow, ConflictRow, ModelTableRow, VersionTableRow } from './rows';
import {
  toAliasEntry,
  toModelRow,
  toVersionDetail,
  toVersionRow,
  VersionListColumns,
} from './toRows';

/** Models that were found by their words and are sorted, not met along the order. */
const mostSorted = 5000;

/** Models that are found by their alias, on SQLite, and are sorted. */
const mostCalled = 500;

const versionListColumns = [
  'id',
  'model_id',
  'native_id',
  'version',
  'created_at',
  'created_by',
  'status',
  'stage',
  'digest',
  'digest_kind',
  'metrics',
  'content_marks',
  'detail_hash',
  'tombstoned_at',
  'tombstone_reason',
];

const unknown: Snapshot = { states: new Map() };

/** What {@link DatabaseModelStore} works with. */
export interface DatabaseModelStoreOptions {
  db: Knex;
  counts: CountCache;
}

/** {@link ModelStore} over SQLite or Postgres. */
export class DatabaseModelStore implements ModelStore {
  private constructor(
    private readonly db: Knex,
    private readonly counts: CountCache,
  ) {}

  static create({ db, counts }: DatabaseModelStoreOptions): DatabaseModelStore {
    return new DatabaseModelStore(db, counts);
  }

  async listModels(
    query: ListModelsQuery,
    filter: ModelFilter,
    snapshot = unknown,
  ): Promise<Page<StoredModelRow>> {
    const { cursor, limit, sort, ...by } = query;
    const { states, revision } = snapshot;
    const filtered = (how: { isMany?: boolean; half?: Half } = {}) =>
      whereAllowed(
        filterModels(this.db('models'), by, { states, ...how }),
        filter,
      );
    const totalItems = await this.counts.get(
      { of: 'models', by: countedBy(by, snapshot), filter, revision },
      () => countRows(filtered()),
    );
    const isFew = by.q !== undefined && totalItems <= mostSorted;
    const isMany = totalItems > mostCalled;
    const parts =
      by.removed && !isFew
        ? halves.map(half => filtered({ isMany, half }))
        : filtered({ isMany });
    const { rows, nextCursor } = await readPage<ModelTableRow>(parts, {
      page: { cursor, limit },
      order: modelOrder(sort),
      isFew,
      id: 'models.id',
      columns: ['models.*'],
    });
    const aliases = await this.aliasesOf(rows.map(row => row.id));
    return {
      items: rows.map(row => toModelRow(row, aliases.get(row.id) ?? {})),
      ...(nextCursor && { nextCursor }),
      totalItems,
    };
  }

  getFacets(
    query: ModelFacetsQuery,
    filter: ModelFilter,
    snapshot = unknown,
  ): Promise<ModelFacets> {
    const { states, revision } = snapshot;
    // Whatever the query, states are what freshness is counted by.
    const by = [query, Object.fromEntries(states)];
    return this.counts.get({ of: 'facets', by, filter, revision }, () =>
      new FacetReader(this.db, { query, filter, states }).read(),
    );
  }

  countBySource(filter: ModelFilter, { revision }: Snapshot = unknown) {
    return this.counts.get({ of: 'sources', filter, revision }, () =>
      countSources(this.db, filter),
    );
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
    const model = await this.findModelRow(ref);
    if (!model) return { items: [], totalItems: 0 };
    const versions = ofRun(
      this.db('model_versions').where('model_id', model.id),
      query.run,
    );
    const { rows, nextCursor } = await readPage<VersionListColumns>(
      versions.clone(),
      {
        page: query,
        order: versionOrder(query.sort),
        id: 'id',
        columns: versionListColumns,
      },
    );
    const aliases = (await this.aliasesOf([model.id])).get(model.id) ?? {};
    const conflicts = await this.conflictsOf(rows.map(row => row.id));
    return {
      items: rows.map(row =>
        toVersionRow(
          row,
          Object.keys(aliases).filter(a => aliases[a] === row.version),
          conflicts.find(c => c.version_id === row.id && c.ended_at === null),
        ),
      ),
      ...(nextCursor && { nextCursor }),
      totalItems:
        query.run === undefined
          ? model.version_count + model.removed_versions
          : await countRows(versions),
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

  async listAliases(
    ref: string,
    query: ListAliasesQuery,
  ): Promise<Page<AliasHistoryEntry>> {
    const model = await this.findModelRow(ref);
    if (!model) return { items: [], totalItems: 0 };
    const all = () => this.db('model_aliases').where('model_id', model.id);
    const { rows, nextCursor } = await readPage<AliasRow>(all(), {
      page: query,
      order: aliasOrder,
      id: 'id',
      columns: ['model_aliases.*'],
    });
    return {
      items: rows.map(row => toAliasEntry(row, model.source_id)),
      ...(nextCursor && { nextCursor }),
      totalItems: await countRows(all()),
    };
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
}

/** The filters of a list, and the states when one of them looks at those. */
function countedBy(by: Omit<ListModelsQuery, 'cursor'>, { states }: Snapshot) {
  return by.freshness ? [by, Object.fromEntries(states)] : [by];
}
