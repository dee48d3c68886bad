import {
  ModelFacets,
  ModelFacetsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import {
  FacetName,
  filterColumns,
  filterModels,
  noOwner,
} from './filterModels';
import { ModelFilter, whereAllowed } from './modelFilter';
import { SourceStates } from './ModelStore';

/** Values that a facet lists at most: the most frequent ones. */
const mostValues = 200;

type Values = ModelFacets['owner'];

/** Counts the values of each filter over what the other filters leave. */
export class FacetReader {
  constructor(
    private readonly db: Knex,
    private readonly options: {
      query: ModelFacetsQuery;
      filter: ModelFilter;
      states: SourceStates;
    },
  ) {}

  async read(): Promise<ModelFacets> {
    const source = await this.ofColumn('source');
    return {
      owner: await this.ofColumn('owner'),
      task: await this.ofColumn('task'),
      tier: await this.ofColumn('tier'),
      lifecycle: await this.ofColumn('lifecycle'),
      license: await this.ofColumn('license'),
      source,
      alias: await this.ofAliases(),
      freshness: await this.ofFreshness(),
    };
  }

  private models(except: FacetName): Knex.QueryBuilder {
    const { query, filter, states } = this.options;
    return whereAllowed(
      filterModels(this.db('models'), query, { states, except }),
      filter,
    );
  }

  private async ofColumn(name: keyof typeof filterColumns): Promise<Values> {
    const column = `models.${filterColumns[name]}`;
    const rows: { value: string | null; count: string | number }[] =
      await this.models(name)
        .groupBy(column)
        .orderByRaw(`count(*) desc, ${column}`)
        .limit(mostValues)
        .select({ value: column, count: this.db.raw('count(*)') });
    const named = rows.flatMap(({ value, count }) =>
      value === null ? [] : [{ value, count: Number(count) }],
    );
    const unnamed = rows.find(({ value }) => value === null);
    return (
      name === 'owner' && unnamed
        ? [...named, { value: noOwner, count: Number(unnamed.count) }]
        : named
    ).sort((a, b) => (a.value < b.value ? -1 : 1));
  }

  private async ofAliases(): Promise<Values> {
    const rows: { value: string; count: string | number }[] = await this.models(
      'alias',
    )
      .join('model_aliases', 'model_aliases.model_id', 'models.id')
      .whereNull('model_aliases.until')
      .groupBy('model_aliases.alias')
      .orderByRaw('count(*) desc, model_aliases.alias')
      .limit(mostValues)
      .select({
        value: 'model_aliases.alias',
        count: this.db.raw('count(*)'),
      });
    return rows
      .map(({ value, count }) => ({ value, count: Number(count) }))
      .sort((a, b) => (a.value < b.value ? -1 : 1));
  }

  private async ofFreshness(): Promise<Values> {
    const rows: { id: string; count: string | number }[] = await this.models(
      'freshness',
    )
      .groupBy('models.source_id')
      .select({ id: 'models.source_id', count: this.db.raw('count(*)') });
    const counts = new Map<string, number>();
    for (const { id, count } of rows) {
      const state = this.options.states.get(id) ?? 'stale';
      counts.set(state, (counts.get(state) ?? 0) + Number(count));
    }
    return ['fresh', 'stale', 'failed'].flatMap(value => {
      const count = counts.get(value);
      return count ? [{ value, count }] : [];
    });
  }
}
