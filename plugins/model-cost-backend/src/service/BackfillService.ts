import { NotFoundError } from '@backstage/errors';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  BackfillRequest,
  CostBackfill,
  CostBackfillList,
} from '@modelyard/plugin-model-cost-common';
import { ConfiguredSource } from '../config/readCostConfig';
import { Backfill, BackfillStore } from '../database/BackfillStore';
import { CostStore } from '../database/CostStore';
import { CostCalendar } from '../domain/CostCalendar';
import {
  addDays,
  Day,
  daysBetween,
  isDay,
  lastClosedDay,
} from '../domain/days';

const longestDays = 1100;
const mostListed = 20;

export interface BackfillServiceOptions {
  sources: readonly ConfiguredSource[];
  store: BackfillStore;
  costs: Pick<CostStore, 'listSources'>;
  /** Has the queue worked off soon. */
  trigger: () => Promise<void>;
  clock: () => Date;
}

/** Has days of a source read again. Days are those that people see. */
export class BackfillService {
  private constructor(private readonly options: BackfillServiceOptions) {}

  static create(options: BackfillServiceOptions): BackfillService {
    return new BackfillService(options);
  }

  /** @throws NotFoundError, InvalidFieldsError */
  async start(
    sourceId: string,
    request: BackfillRequest,
    requestedBy: string,
  ): Promise<{ runId: string }> {
    const { store, clock, trigger } = this.options;
    const { from, to = lastClosedDay(clock()) } = request;
    const calendar = await this.calendarOf(sourceId);
    assertSpan(from, to, lastClosedDay(clock()));
    const shift = calendar.shiftOf(sourceId);
    const { id } = await store.add({
      sourceId,
      from: addDays(from, -shift),
      until: addDays(to, -shift),
      acceptSuspect: request.acceptIncomplete ?? false,
      requestedBy,
      requestedAt: clock().toISOString(),
    });
    await trigger();
    return { runId: id };
  }

  async list(sourceId: string): Promise<CostBackfillList> {
    const calendar = await this.calendarOf(sourceId);
    const backfills = await this.options.store.list(sourceId, mostListed);
    const items = backfills.map(backfill => toShown(backfill, calendar));
    return { items, totalItems: items.length };
  }

  async get(sourceId: string, runId: string): Promise<CostBackfill> {
    const calendar = await this.calendarOf(sourceId);
    const backfill = await this.options.store.find(sourceId, runId);
    if (!backfill)
      throw new NotFoundError(
        `No backfill ${runId} of cost source ${sourceId}; GET /sources/${sourceId}/backfills lists them`,
      );
    return toShown(backfill, calendar);
  }

  /** One that is over stays as it is. */
  async stop(sourceId: string, runId: string): Promise<CostBackfill> {
    await this.get(sourceId, runId);
    await this.options.store.requestStop(runId);
    await this.options.trigger();
    return this.get(sourceId, runId);
  }

  private async calendarOf(sourceId: string): Promise<CostCalendar> {
    const { sources, costs, clock } = this.options;
    const source = sources.find(({ id }) => id === sourceId);
    if (!source)
      throw new NotFoundError(
        `No cost source ${sourceId}; GET /sources lists those of modelCost.sources`,
      );
    const [record] = await costs.listSources([sourceId]);
    return CostCalendar.create({
      sources: [{ redate: source.redate, record }],
      now: clock(),
    });
  }
}

function assertSpan(from: Day, to: Day, last: Day): void {
  const problem = (name: string, message: string) =>
    new InvalidFieldsError([{ path: `/body/${name}`, message }]);
  if (!isDay(from)) throw problem('from', 'no such day');
  if (!isDay(to)) throw problem('to', 'no such day');
  if (to > last)
    throw problem('to', `is not closed yet; the last closed day is ${last}`);
  if (from > to) throw problem('from', `is after to (${to})`);
  if (daysBetween(from, to) >= longestDays)
    throw problem('from', `asks for more than ${longestDays} days at once`);
}

function toShown(backfill: Backfill, calendar: CostCalendar): CostBackfill {
  const { id, sourceId, from, until, doneFrom, state } = backfill;
  const days = daysBetween(from, until) + 1;
  const behind = doneFrom ? daysBetween(doneFrom, until) + 1 : 0;
  return {
    runId: id,
    sourceId,
    state,
    isStopping: backfill.isStopping && ['queued', 'running'].includes(state),
    from: calendar.toShown(sourceId, from),
    to: calendar.toShown(sourceId, until),
    acceptIncomplete: backfill.acceptSuspect,
    days,
    daysDone: state === 'succeeded' ? days : behind,
    written: backfill.written,
    failed: backfill.failed,
    message: backfill.message,
    requestedBy: backfill.requestedBy,
    requestedAt: backfill.requestedAt,
    finishedAt: backfill.finishedAt,
  };
}
