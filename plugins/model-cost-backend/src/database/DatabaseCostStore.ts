import { Knex } from 'knex';
import {
  CostStore,
  DailyRecord,
  DayRecord,
  RollupQuery,
  RollupRecord,
  SeriesQuery,
  SeriesRecord,
  SourceRange,
  SourceRecord,
  SumQuery,
  SumRecord,
  TotalRecord,
  UnlabelledQuery,
  UnlabelledRecord,
  UsageQuery,
  UsageRecord,
} from './CostStore';
import { DayRow, FigureRow, fromDayRow } from './dayRows';
import { Dimension } from '../domain/attribution';
import {
  CheckRow,
  DayCountRow,
  inRanges,
  toSourceRecord,
  toUnlabelled,
} from './readings';
import {
  Bigint,
  Columns,
  dimensionColumns,
  fromAmountRow,
  fromAttributionRow,
  fromMeasureRow,
  fromUsageRow,
  PlacedRow,
} from './rows';
import { readAtOnce, sumDays, sumSpan, toDaily, toSums } from './seriesQueries';

const figures = [
  'attributed',
  'unattributed',
  'unmounted',
  'shared',
  'idle',
  'total',
  'source_total',
];

const workloadColumns = [
  'source_id',
  'kind',
  'cluster',
  'namespace',
  'controller_kind',
  'controller',
];

/** {@link CostStore} on SQLite and PostgreSQL. */
export class DatabaseCostStore implements CostStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): DatabaseCostStore {
    return new DatabaseCostStore(options.knex);
  }

  async readStamp(ids: string[]): Promise<string> {
    const rows = await this.knex<CheckRow>('cost_sources')
      .whereIn('id', ids)
      .orderBy('id');
    return JSON.stringify(rows);
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
    const rows = await this.days()
      .where(inRanges(ranges, 'd.'))
      .orderBy(['d.source_id', 'd.day']);
    return rows.map(fromDayRow);
  }

  async listProblems(sourceId: string, limit: number): Promise<DayRecord[]> {
    const rows = await this.days()
      .where({ 'd.source_id': sourceId })
      .where(q => q.whereNot('d.state', 'ok').orWhereNotNull('d.roll_error'))
      .orderBy('d.day', 'desc')
      .limit(limit);
    return rows.map(fromDayRow);
  }

  async listRollups(query: RollupQuery): Promise<RollupRecord[]> {
    const [column, values] =
      'models' in query ? ['model', query.models] : ['service', query.services];
    const rows: PlacedRow[] = await this.knex('cost_rollups')
      .whereIn(column, values)
      .where(inRanges(query.ranges))
      .orderBy('day');
    return rows.map(row => ({
      sourceId: row.source_id,
      day: row.day,
      attribution: fromAttributionRow(row),
      amounts: fromAmountRow(row),
      measures: fromMeasureRow(row),
    }));
  }

  async sumRollups(query: SumQuery): Promise<SumRecord[]> {
    return toSums(await sumSpan(this.knex, query));
  }

  async listDaily(query: SeriesQuery): Promise<DailyRecord[]> {
    const rows: PlacedRow[] = await sumDays(this.knex, query);
    return rows.map(row => toDaily(row, query));
  }

  async readSeries(query: SeriesQuery): Promise<SeriesRecord> {
    return readAtOnce(this.knex, async tx => {
      const sums = toSums(await sumSpan(tx, query));
      const daily: PlacedRow[] = await sumDays(tx, query);
      return { sums, daily: daily.map(row => toDaily(row, query)) };
    });
  }

  async sumTotals(query: SumQuery): Promise<TotalRecord[]> {
    const { dimensions, models, ranges } = query;
    const [only, ...others] = dimensions.map(d => dimensionColumns[d]);
    if (!models && !others.length && only !== dimensionColumns.activity)
      return this.sumDimension(dimensions[0], ranges);
    const columns = [only, ...others];
    const statement = this.knex('cost_rollups')
      .where(inRanges(ranges))
      .groupBy(columns)
      .select(columns)
      .sum({ total: 'total' });
    if (models) statement.whereIn('model', models);
    const rows: Columns[] = await statement;
    return rows.map(row => ({
      attribution: fromAttributionRow(row),
      total: Number(row.total),
    }));
  }

  async listUnlabelled(
    query: UnlabelledQuery,
  ): Promise<{ items: UnlabelledRecord[]; totalItems: number }> {
    const grouped = this.knex('cost_unlabelled')
      .where(inRanges(query.ranges))
      .groupBy(workloadColumns)
      .select(workloadColumns)
      .max({ service: 'service', owner: 'owner', pool: 'pool' })
      .max({ last_day: 'day' })
      .countDistinct({ days: 'day' })
      .sum({ total: 'total' });
    const rows: Columns[] = await grouped
      .clone()
      .orderBy([{ column: 'total', order: 'desc' }, ...workloadColumns])
      .offset(query.offset)
      .limit(query.limit);
    const [{ count }] = await this.knex
      .from(grouped.as('grouped'))
      .count({ count: '*' });
    return { items: rows.map(toUnlabelled), totalItems: Number(count) };
  }

  async listUsage(query: UsageQuery): Promise<UsageRecord[]> {
    const { models, services, ranges } = query;
    const rows: PlacedRow[] = await this.knex('cost_usage')
      .where('is_current', true)
      .where(q => q.whereIn('model', models).orWhereIn('service', services))
      .where(inRanges(ranges))
      .orderBy('day');
    return rows.map(row => ({
      sourceId: row.source_id,
      day: row.day,
      usage: fromUsageRow(row),
    }));
  }

  private async sumDimension(
    dimension: Dimension,
    ranges: SourceRange[],
  ): Promise<TotalRecord[]> {
    const rows: { key: string; total: Bigint }[] = await this.knex(
      'cost_dimension_totals',
    )
      .where({ dimension: dimensionColumns[dimension] })
      .where(inRanges(ranges))
      .groupBy('key')
      .select('key')
      .sum({ total: 'total' });
    return rows.map(({ key, total }) => ({
      attribution: key === '' ? {} : { [dimension]: key },
      total: Number(total),
    }));
  }

  /** Current days with their figures. */
  private days(): Knex.QueryBuilder<object, (DayRow & FigureRow)[]> {
    return this.knex('cost_days as d')
      .leftJoin('cost_day_totals as f', join =>
        join.on('d.source_id', 'f.source_id').on('d.day', 'f.day'),
      )
      .where('d.is_current', true)
      .select('d.*', ...figures.map(name => `f.${name} as f_${name}`));
  }
}
