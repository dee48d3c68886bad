import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { BookedDay, UnbookedDay } from '../domain/bookDay';
import {
  CostStore,
  DayRecord,
  RollupRecord,
  SourceRange,
  SourceRecord,
  SumQuery,
  SumRecord,
} from './CostStore';
import {
  amountColumns,
  Bigint,
  DayRow,
  dimensionColumns,
  fromAmountRow,
  fromAttributionRow,
  fromDayRow,
  LabelledRow,
} from './rows';
import { writeDays } from './writeDays';

interface CheckRow {
  id: string;
  checked_at: string | null;
  error: string | null;
}

interface DayCountRow {
  source_id: string;
  state: DayRecord['state'];
  first_day: string;
  last_day: string;
  days: Bigint;
}

/** {@link CostStore} on SQLite and PostgreSQL. */
export class DatabaseCostStore implements CostStore {
  private constructor(private readonly knex: Knex) {}

  /** Runs the migrations unless the database says to skip them. */
  static async create(options: {
    database: DatabaseService;
  }): Promise<DatabaseCostStore> {
    const knex = await options.database.getClient();
    if (!options.database.migrations?.skip)
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@modelyard/plugin-model-cost-backend',
          'migrations',
        ),
      });
    return new DatabaseCostStore(knex);
  }

  async bookDays(
    sourceId: string,
    days: (BookedDay | UnbookedDay)[],
    readAt: string,
  ): Promise<number> {
    return this.knex.transaction(tx => writeDays(tx, sourceId, days, readAt));
  }

  async recordCheck(
    sourceId: string,
    at: string,
    error?: string,
  ): Promise<void> {
    await this.knex<CheckRow>('cost_sources')
      .insert({ id: sourceId, checked_at: at, error: error ?? null })
      .onConflict('id')
      .merge();
  }

  async listSources(ids: string[]): Promise<SourceRecord[]> {
    const checks = await this.knex<CheckRow>('cost_sources').whereIn('id', ids);
    const counts: DayCountRow[] = await this.knex('cost_days')
      .whereIn('source_id', ids)
      .where('is_current', true)
      .groupBy('source_id', 'state')
      .select('source_id', 'state')
      .min({ first_day: 'day' })
      .max({ last_day: 'day' })
      .count({ days: '*' });
    return ids.map(id =>
      toSourceRecord(
        id,
        checks.find(row => row.id === id),
        counts.filter(row => row.source_id === id),
      ),
    );
  }

  async listDays(ranges: SourceRange[]): Promise<DayRecord[]> {
    const rows: DayRow[] = await this.knex('cost_days')
      .where('is_current', true)
      .where(inRanges(ranges))
      .orderBy(['source_id', 'day']);
    return rows.map(fromDayRow);
  }

  async listProblems(sourceId: string, limit: number): Promise<DayRecord[]> {
    const rows: DayRow[] = await this.knex('cost_days')
      .where({ source_id: sourceId, is_current: true })
      .whereNot('state', 'ok')
      .orderBy('day', 'desc')
      .limit(limit);
    return rows.map(fromDayRow);
  }

  async listRollups(
    models: string[],
    ranges: SourceRange[],
    currency: string,
  ): Promise<RollupRecord[]> {
    const rows: (LabelledRow & { source_id: string; day: string })[] =
      await this.knex('cost_rollups')
        .whereIn('model', models)
        .where({ currency })
        .where(inRanges(ranges))
        .orderBy('day');
    return rows.map(row => ({
      sourceId: row.source_id,
      day: row.day,
      attribution: fromAttributionRow(row),
      amounts: fromAmountRow(row),
    }));
  }

  async sumRollups(query: SumQuery): Promise<SumRecord[]> {
    const columns = query.dimensions.map(d => dimensionColumns[d]);
    const sums = [...Object.values(amountColumns), 'total'];
    const statement = this.knex('cost_rollups')
      .where({ currency: query.currency })
      .where(inRanges(query.ranges))
      .groupBy(columns)
      .select(columns)
      .sum(Object.fromEntries(sums.map(column => [column, column])));
    if (query.models) statement.whereIn('model', query.models);
    const rows: LabelledRow[] = await statement;
    return rows.map(row => ({
      attribution: fromAttributionRow(row),
      amounts: fromAmountRow(row),
    }));
  }
}

function inRanges(ranges: SourceRange[]) {
  return (where: Knex.QueryBuilder) => {
    if (!ranges.length) where.whereRaw('1 = 0');
    for (const { sourceId, from, to } of ranges)
      where.orWhere(range =>
        range.where('source_id', sourceId).whereBetween('day', [from, to]),
      );
  };
}

function toSourceRecord(
  sourceId: string,
  check: CheckRow | undefined,
  rows: DayCountRow[],
): SourceRecord {
  const days = rows.flatMap(row => [row.first_day, row.last_day]).sort();
  const count = (state: DayRecord['state']) =>
    Number(rows.find(row => row.state === state)?.days ?? 0);
  return {
    sourceId,
    checkedAt: check?.checked_at ?? undefined,
    error: check?.error ?? undefined,
    firstDay: days[0],
    lastDay: days[days.length - 1],
    lastOkDay: rows.find(row => row.state === 'ok')?.last_day,
    counts: {
      ok: count('ok'),
      missing: count('missing'),
      failed: count('failed'),
    },
  };
}
