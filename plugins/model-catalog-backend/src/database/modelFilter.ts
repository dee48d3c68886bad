import { Knex } from 'knex';
import { ReadableRefs } from './ModelStore';
import { whereReadable } from './readableFilter';

/** Which models somebody may read: a part of every query, so that nothing leaks. */
export interface ModelFilter {
  /** As the catalog allows. */
  readable: ReadableRefs;
  /** As `model-catalog.version.read` allows; absent, without condition. */
  condition?: ModelCondition;
}

/** A condition on a model, as rules of the permission framework make it. */
export type ModelCondition =
  | { allOf: ModelCondition[] }
  | { anyOf: ModelCondition[] }
  | { not: ModelCondition }
  /** True where the column holds one of the values; never where it is unknown. */
  | { column: 'owner' | 'risk_tier' | 'source_id' | 'ref'; values: string[] };

/** Everything. */
export const unfiltered: ModelFilter = { readable: 'all' };

/** Whether a filter lets everything through. */
export function isUnfiltered({ readable, condition }: ModelFilter): boolean {
  return readable === 'all' && condition === undefined;
}

function where(query: Knex.QueryBuilder, condition: ModelCondition): void {
  if ('column' in condition) {
    const { column, values } = condition;
    query.where(inner =>
      inner
        .whereIn(`models.${column}`, values)
        .whereNotNull(`models.${column}`),
    );
  } else if ('not' in condition)
    query.whereNot(inner => where(inner, condition.not));
  else if ('allOf' in condition)
    query.where(inner => {
      for (const part of condition.allOf) where(inner, part);
    });
  else
    query.where(inner => {
      // None of nothing holds.
      if (condition.anyOf.length === 0) inner.whereRaw('1 = 0');
      for (const part of condition.anyOf)
        inner.orWhere(alternative => where(alternative, part));
    });
}

/** Keeps the models that may be read. */
export function whereAllowed(
  query: Knex.QueryBuilder,
  { readable, condition }: ModelFilter,
): Knex.QueryBuilder {
  whereReadable(query, readable);
  if (condition) where(query, condition);
  return query;
}
