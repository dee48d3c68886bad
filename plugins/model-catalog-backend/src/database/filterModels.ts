import { ListModelsQuery } from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';
import { searchWords } from '../domain/searchWords';
import { isPostgres } from './isPostgres';
import { SourceStates } from './ModelStore';

/** Stands for models without an owner, in filters and facets. */
export const noOwner = 'none';

/** Filters that take the values of a column. */
export const filterColumns = {
  source: 'source_id',
  owner: 'owner',
  task: 'task',
  tier: 'risk_tier',
  lifecycle: 'lifecycle',
  license: 'license',
} as const;

/** Models that have an index of each order. */
export const halves = ['living', 'removed'] as const;

/** The models that are there, or those that are not any more. */
export type Half = (typeof halves)[number];

/** A filter that has a facet. */
export type FacetName = keyof typeof filterColumns | 'alias' | 'freshness';

/** Keeps the models in which every word begins one of theirs. */
function whereWords(models: Knex.QueryBuilder, q: string): void {
  const words = searchWords(q);
  // Signs alone are in no text.
  if (words.length === 0) models.whereRaw('1 = 0');
  else if (isPostgres(models.client))
    models.whereRaw(
      `array_to_tsvector(array_remove(string_to_array(models.search_text, ' '), '')) @@ ?::tsquery`,
      [words.map(word => `'${word}':*`).join(' & ')],
    );
  else
    // The signs are for SQLite: it asks for the words once, not for every model, and
    // takes the narrow index instead of whole rows.
    models
      .joinRaw('join models_words on models.id + 0 = +models_words.rowid')
      .whereRaw('models_words match ?', [
        words.map(word => `"${word}"*`).join(' '),
      ]);
}

/**
 * Joined, for a model has an alias once: Postgres then walks the aliases where few
 * have this one, and the order of the list where most have it. SQLite has to be told,
 * and keeps to the order in which tables are crossed.
 */
function whereAlias(
  models: Knex.QueryBuilder,
  alias: string,
  isFrequent: boolean,
): void {
  const called = { called: 'model_aliases' };
  if (isFrequent && !isPostgres(models.client))
    models.crossJoin(called, 'called.model_id', 'models.id');
  else models.join(called, 'called.model_id', 'models.id');
  models.where('called.alias', alias).whereNull('called.until');
}

/** SQLite walks the few that are removed rather than all that have the value. */
function whereValue(
  models: Knex.QueryBuilder,
  { column, value }: { column: string; value: string },
  half: Half | undefined,
): void {
  if (half === 'removed' && !isPostgres(models.client))
    models.whereRaw(`+models.${column} = ?`, [value]);
  else models.where(`models.${column}`, value);
}

function whereHalf(models: Knex.QueryBuilder, half: Half | undefined): void {
  if (half === 'living') models.whereNull('models.tombstoned_at');
  if (half === 'removed') models.whereNotNull('models.tombstoned_at');
}

/** A source that never ran has no row here; its models, if any, are stale. */
function whereFreshness(
  models: Knex.QueryBuilder,
  state: string,
  states: SourceStates,
): void {
  const ids = [...states].filter(([, s]) => s === state).map(([id]) => id);
  models.whereIn('models.source_id', ids);
}

/**
 * Keeps the models that every filter of the query allows.
 *
 * @param options - `except`: a filter that is left out, for counting its own values;
 *   `isMany`: so many are left that their order is walked; `half`: of all, these
 */
export function filterModels(
  models: Knex.QueryBuilder,
  query: Omit<ListModelsQuery, 'cursor' | 'limit' | 'sort'>,
  options: {
    states: SourceStates;
    except?: FacetName;
    isMany?: boolean;
    half?: Half;
  },
): Knex.QueryBuilder {
  const { states, except, isMany = false } = options;
  const half = query.removed ? options.half : 'living';
  whereHalf(models, half);
  if (query.q?.trim()) whereWords(models, query.q);
  for (const [name, column] of Object.entries(filterColumns)) {
    const value = query[name as keyof typeof filterColumns];
    if (value === undefined || name === except) continue;
    if (name === 'owner' && value === noOwner) models.whereNull('models.owner');
    else
      whereValue(
        models,
        { column, value: name === 'owner' ? value.toLowerCase() : value },
        half,
      );
  }
  const { alias, freshness } = query;
  if (alias !== undefined && except !== 'alias')
    whereAlias(models, alias, isMany);
  if (freshness !== undefined && except !== 'freshness')
    whereFreshness(models, freshness, states);
  return models;
}
