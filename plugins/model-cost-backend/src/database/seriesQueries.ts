import { Knex } from 'knex';
import { DailyRecord, SeriesQuery, SumQuery, SumRecord } from './CostStore';
import { inRanges } from './readings';
import {
  amountColumns,
  Columns,
  dimensionColumns,
  fromAmountRow,
  fromAttributionRow,
  fromMeasureRow,
  measureColumns,
  PlacedRow,
} from './rows';

function addUp(
  knex: Knex,
  { ranges, models }: SumQuery,
  by: string[],
  summed: string[],
): Knex.QueryBuilder {
  const statement = knex('cost_rollups')
    .where(inRanges(ranges))
    .sum(Object.fromEntries(summed.map(column => [column, column])));
  if (by.length) statement.groupBy(by).select(by);
  return models ? statement.whereIn('model', models) : statement;
}

function labelsOf({ dimensions }: SumQuery): string[] {
  return dimensions.map(dimension => dimensionColumns[dimension]);
}

/** One row of the span per set of labels; a measure that no row tells is null. */
export function sumSpan(knex: Knex, query: SumQuery): Knex.QueryBuilder {
  return addUp(knex, query, labelsOf(query), [
    'total',
    ...Object.values(amountColumns),
    ...Object.values(measureColumns),
  ]);
}

/** One row per day and set of labels, in the order of sources and days. */
export function sumDays(knex: Knex, query: SeriesQuery): Knex.QueryBuilder {
  const by = ['source_id', 'day', ...labelsOf(query)];
  const summed = query.components.map(name => amountColumns[name]);
  return addUp(knex, query, by, ['total', ...summed]).orderBy([
    'source_id',
    'day',
  ]);
}

/** Without labels to add up by, nothing adds up to one row of nulls. */
export function toSums(rows: Columns[]): SumRecord[] {
  return rows
    .filter(({ total }) => total !== null)
    .map(row => ({
      attribution: fromAttributionRow(row),
      amounts: fromAmountRow(row),
      measures: fromMeasureRow(row),
    }));
}

export function toDaily(
  row: PlacedRow,
  { dimensions, components }: SeriesQuery,
): DailyRecord {
  return {
    sourceId: row.source_id,
    day: row.day,
    attribution: fromAttributionRow(row, dimensions),
    amounts: fromAmountRow(row, components),
  };
}

/** Queries that all see the same moment. SQLite has one connection, and so always. */
export function readAtOnce<T>(
  knex: Knex,
  read: (tx: Knex) => Promise<T>,
): Promise<T> {
  const isPostgres = knex.client.config.client === 'pg';
  return isPostgres
    ? knex.transaction(read, {
        isolationLevel: 'repeatable read',
        readOnly: true,
      })
    : knex.transaction(read);
}
