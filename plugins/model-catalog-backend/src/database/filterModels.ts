import { ListModelsQuery } from '@modelyard/plugin-model-catalog-common';
import { Knex } from 'knex';

/** Stands for models without an owner, in filters and facets. */
export const noOwner = 'none';

function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Keeps the models that every filter of the query allows. */
export function filterModels(
  models: Knex.QueryBuilder,
  query: ListModelsQuery,
): Knex.QueryBuilder {
  const { q, source, owner, task, tier, lifecycle, alias, removed } = query;
  if (!removed) models.whereNull('models.tombstoned_at');
  for (const word of (q ?? '').toLowerCase().split(/\s+/).filter(Boolean))
    models.whereRaw(`models.search_text like ? escape '\\'`, [
      likePattern(word),
    ]);
  if (source !== undefined) models.where('models.source_id', source);
  if (owner === noOwner) models.whereNull('models.owner');
  else if (owner !== undefined)
    models.where('models.owner', owner.toLowerCase());
  if (task !== undefined) models.where('models.task', task);
  if (tier !== undefined) models.where('models.risk_tier', tier);
  if (lifecycle !== undefined) models.where('models.lifecycle', lifecycle);
  if (alias !== undefined)
    models.whereExists(builder =>
      builder
        .from('model_aliases')
        .whereRaw('model_aliases.model_id = models.id')
        .where('model_aliases.alias', alias)
        .whereNull('model_aliases.until'),
    );
  return models;
}
