import { Removal } from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { joinListed, whereListedSource } from './joinListed';
import { ModelFilter, whereAllowed } from './modelFilter';
import { ListOrder } from './position';
import { countRows, cutPage, PageQuery, readRows, Sorted } from './readPage';

interface Columns {
  ref: string;
  title: string;
  source_id: string;
  version: string | null;
  tombstoned_at: string;
  tombstone_reason: string | null;
}

const ofModel = ['models.ref', 'models.title', 'models.source_id'];

/** Figures, because collations of databases differ in everything else. */
const rank = { models: 2, model_versions: 1 };

/**
 * One order over both tables: ids of either repeat in the other, so what is sorted
 * by says which one it is. Each expression has an index.
 */
function orderOf(table: keyof typeof rank): ListOrder {
  return {
    name: 'removals',
    expression: `${table}.tombstoned_at || ' ${rank[table]}'`,
    valueType: 'string',
    descending: true,
  };
}

function isBefore(a: Sorted<Columns>, b: Sorted<Columns>): boolean {
  return a.sort_value === b.sort_value
    ? a.id > b.id
    : a.sort_value > b.sort_value;
}

/** Reads the tombstones of models, and of versions of models that are still there. */
export class RemovalReader {
  constructor(
    private readonly db: Knex,
    private readonly options: { source?: string; filter: ModelFilter },
  ) {}

  async read(
    page: PageQuery,
  ): Promise<{ items: Removal[]; nextCursor?: string }> {
    const models = await readRows<Columns>(this.models(), {
      page,
      order: orderOf('models'),
      id: 'models.id',
      columns: [
        'models.id',
        ...ofModel,
        'models.tombstoned_at',
        'models.tombstone_reason',
        this.db.raw('null as version'),
      ],
    });
    const versions = await readRows<Columns>(this.versions(), {
      page,
      order: orderOf('model_versions'),
      id: 'model_versions.id',
      columns: [
        'model_versions.id',
        ...ofModel,
        'model_versions.version',
        'model_versions.tombstoned_at',
        'model_versions.tombstone_reason',
      ],
    });
    const { rows, nextCursor } = cutPage(
      [...models, ...versions].sort((a, b) => (isBefore(a, b) ? -1 : 1)),
      { page, order: orderOf('models') },
    );
    return {
      items: rows.map(toRemoval),
      ...(nextCursor && { nextCursor }),
    };
  }

  async count(): Promise<number> {
    return (
      (await countRows(this.models())) + (await countRows(this.versions()))
    );
  }

  private models(): Knex.QueryBuilder {
    return this.narrow(this.db('models').whereNotNull('models.tombstoned_at'));
  }

  private versions(): Knex.QueryBuilder {
    return this.narrow(
      joinListed(this.db('model_versions'), 'models', [
        'models.id',
        'model_versions.model_id',
      ])
        .whereNotNull('model_versions.tombstoned_at')
        .whereNull('models.tombstoned_at'),
    );
  }

  private narrow(query: Knex.QueryBuilder): Knex.QueryBuilder {
    const { source, filter } = this.options;
    return whereAllowed(whereListedSource(query, source), filter);
  }
}

function toRemoval(row: Columns): Removal {
  return {
    ref: row.ref,
    title: row.title,
    source: row.source_id,
    ...(row.version !== null && { version: row.version }),
    at: row.tombstoned_at,
    reason: row.tombstone_reason ?? 'unknown',
  };
}
