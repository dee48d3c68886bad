import {
  Collision,
  ListFindingsQuery,
  OpenConflict,
  Removal,
} from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { CountCache } from './CountCache';
import { joinListed, whereListedSource } from './joinListed';
import { ModelFilter, whereAllowed } from './modelFilter';
import { Page, Snapshot } from './ModelStore';
import { ListOrder } from './position';
import { countRows, readPage } from './readPage';
import { RemovalReader } from './RemovalReader';
import { columnSchemas, readColumn } from './rows';

interface ConflictColumns {
  ref: string;
  title: string;
  source_id: string;
  version: string;
  digest: string;
  source_digest: string;
  fields: string;
  seen_at: string;
}

interface CollisionColumns {
  ref: string;
  title: string;
  source_id: string;
  wanted_ref: string;
}

type Holder = { ref: string; title: string; source_id: string };

const conflictOrder: ListOrder = {
  name: 'conflicts',
  expression: 'version_conflicts.seen_at',
  valueType: 'string',
  descending: true,
};

const collisionOrder: ListOrder = {
  name: 'collisions',
  expression: 'models.ref',
  valueType: 'string',
  descending: false,
};

/** Lists what in the store wants a person's look, of models that may be read. */
export class FindingStore {
  private constructor(
    private readonly db: Knex,
    private readonly counts: CountCache,
  ) {}

  static create(options: { db: Knex; counts: CountCache }): FindingStore {
    return new FindingStore(options.db, options.counts);
  }

  /** What vanished, latest first; versions only of models that are still there. */
  async listRemovals(
    query: ListFindingsQuery,
    filter: ModelFilter,
    snapshot: Snapshot,
  ): Promise<Page<Removal>> {
    const reader = new RemovalReader(this.db, { source: query.source, filter });
    return {
      ...(await reader.read(query)),
      totalItems: await this.count('removals', query, {
        filter,
        snapshot,
        count: () => reader.count(),
      }),
    };
  }

  /** Open conflicts, latest first. */
  async listConflicts(
    query: ListFindingsQuery,
    filter: ModelFilter,
    snapshot: Snapshot,
  ): Promise<Page<OpenConflict>> {
    const filtered = () =>
      whereListedSource(
        whereAllowed(openConflicts(this.db), filter),
        query.source,
      );
    const { rows, nextCursor } = await readPage<ConflictColumns>(filtered(), {
      page: query,
      order: conflictOrder,
      id: 'version_conflicts.id',
      columns: [
        'version_conflicts.id',
        'version_conflicts.fields',
        'version_conflicts.seen_at',
        'models.ref',
        'models.title',
        'models.source_id',
        'model_versions.version',
        'model_versions.digest',
        'version_conflicts.digest as source_digest',
      ],
    });
    return {
      items: rows.map(toOpenConflict),
      ...(nextCursor && { nextCursor }),
      totalItems: await this.count('conflicts', query, {
        filter,
        snapshot,
        count: () => countRows(filtered()),
      }),
    };
  }

  /** Living models that did not get the ref of their title, by ref. */
  async listCollisions(
    query: ListFindingsQuery,
    filter: ModelFilter,
    snapshot: Snapshot,
  ): Promise<Page<Collision>> {
    const filtered = () =>
      whereListedSource(
        whereAllowed(
          this.db('models')
            .whereNotNull('models.wanted_ref')
            .whereNull('models.tombstoned_at'),
          filter,
        ),
        query.source,
      );
    const { rows, nextCursor } = await readPage<CollisionColumns>(filtered(), {
      page: query,
      order: collisionOrder,
      id: 'models.id',
      columns: [
        'models.id',
        'models.ref',
        'models.title',
        'models.source_id',
        'models.wanted_ref',
      ],
    });
    const holders = await this.findHolders(rows, filter);
    return {
      items: rows.map(row => ({
        ref: row.ref,
        title: row.title,
        source: row.source_id,
        wantedRef: row.wanted_ref,
        holder: holders.get(row.wanted_ref),
      })),
      ...(nextCursor && { nextCursor }),
      totalItems: await this.count('collisions', query, {
        filter,
        snapshot,
        count: () => countRows(filtered()),
      }),
    };
  }

  private async findHolders(rows: CollisionColumns[], filter: ModelFilter) {
    const holders: Holder[] = await whereAllowed(this.db('models'), filter)
      .whereIn(
        'models.ref',
        rows.map(row => row.wanted_ref),
      )
      .select('models.ref', 'models.title', 'models.source_id');
    return new Map(
      holders.map(({ ref, title, source_id: source }) => [
        ref,
        { title, source },
      ]),
    );
  }

  private count(
    of: string,
    { source }: ListFindingsQuery,
    options: {
      filter: ModelFilter;
      snapshot: Snapshot;
      count: () => Promise<number>;
    },
  ): Promise<number> {
    const { filter, snapshot, count } = options;
    const by = source ?? null;
    const { revision } = snapshot;
    return this.counts.get({ of, by, filter, revision }, count);
  }
}

function openConflicts(db: Knex): Knex.QueryBuilder {
  const versions = joinListed(db('version_conflicts'), 'model_versions', [
    'model_versions.id',
    'version_conflicts.version_id',
  ]);
  return joinListed(versions, 'models', [
    'models.id',
    'model_versions.model_id',
  ]).whereNull('version_conflicts.ended_at');
}

function toOpenConflict(row: ConflictColumns): OpenConflict {
  return {
    ref: row.ref,
    title: row.title,
    version: row.version,
    source: row.source_id,
    digest: row.digest,
    sourceDigest: row.source_digest,
    fields: readColumn(columnSchemas.texts, row.fields),
    at: row.seen_at,
  };
}
