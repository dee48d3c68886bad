import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Day } from '../domain/days';

export type BackfillState =
  'queued' | 'running' | 'succeeded' | 'failed' | 'stopped';

/** A span of a source that someone asked to be read again; days as recorded. */
export interface Backfill {
  id: string;
  sourceId: string;
  from: Day;
  until: Day;
  /** Days that look incomplete are booked as they are. */
  acceptSuspect: boolean;
  state: BackfillState;
  isStopping: boolean;
  /** Every day after this one is done; the latest days come first. */
  doneFrom?: Day;
  /** Days looked at, written as a new revision, and not readable. */
  days: number;
  written: number;
  failed: number;
  /** Why it failed. */
  message?: string;
  /** Entity ref of who asked. */
  requestedBy: string;
  requestedAt: string;
  finishedAt?: string;
}

export type NewBackfill = Pick<
  Backfill,
  | 'sourceId'
  | 'from'
  | 'until'
  | 'acceptSuspect'
  | 'requestedBy'
  | 'requestedAt'
>;

/** How far a backfill came. */
export type BackfillProgress = Pick<Backfill, 'days' | 'written' | 'failed'> & {
  doneFrom: Day;
};

interface BackfillRow {
  id: string;
  source_id: string;
  from_day: string;
  until_day: string;
  accept_suspect: boolean | number;
  state: BackfillState;
  stop_requested: boolean | number;
  next_day: string;
  days: number;
  written: number;
  failed: number;
  message: string | null;
  requested_by: string;
  requested_at: string;
  finished_at: string | null;
}

const open: BackfillState[] = ['queued', 'running'];

function toBackfill(row: BackfillRow): Backfill {
  return {
    id: row.id,
    sourceId: row.source_id,
    from: row.from_day,
    until: row.until_day,
    acceptSuspect: Boolean(row.accept_suspect),
    state: row.state,
    isStopping: Boolean(row.stop_requested),
    doneFrom: row.next_day || undefined,
    days: row.days,
    written: row.written,
    failed: row.failed,
    message: row.message ?? undefined,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    finishedAt: row.finished_at ?? undefined,
  };
}

/** Keeps backfills, also those that are over. */
export class BackfillStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): BackfillStore {
    return new BackfillStore(options.knex);
  }

  async add(backfill: NewBackfill): Promise<Backfill> {
    const row: BackfillRow = {
      id: randomUUID(),
      source_id: backfill.sourceId,
      from_day: backfill.from,
      until_day: backfill.until,
      accept_suspect: backfill.acceptSuspect,
      state: 'queued',
      stop_requested: false,
      next_day: '',
      days: 0,
      written: 0,
      failed: 0,
      message: null,
      requested_by: backfill.requestedBy,
      requested_at: backfill.requestedAt,
      finished_at: null,
    };
    await this.knex('cost_backfills').insert(row);
    return toBackfill(row);
  }

  async find(sourceId: string, id: string): Promise<Backfill | undefined> {
    const row = await this.rows().where({ source_id: sourceId, id }).first();
    return row && toBackfill(row);
  }

  /** The latest of a source first. */
  async list(sourceId: string, limit: number): Promise<Backfill[]> {
    const rows = await this.rows()
      .where({ source_id: sourceId })
      .orderBy('requested_at', 'desc')
      .limit(limit);
    return rows.map(toBackfill);
  }

  /** The one to go on with: the oldest that is not over. */
  async next(): Promise<Backfill | undefined> {
    const row = await this.rows()
      .whereIn('state', open)
      .orderBy(['requested_at', 'id'])
      .first();
    return row && toBackfill(row);
  }

  /** Asks one that is not over to stop after the day it is at. */
  async requestStop(id: string): Promise<void> {
    await this.rows()
      .where({ id })
      .whereIn('state', open)
      .update({ stop_requested: true });
  }

  /** Notes how far one came. */
  async progress(id: string, progress: BackfillProgress): Promise<void> {
    const { doneFrom, ...counts } = progress;
    await this.rows()
      .where({ id })
      .update({ ...counts, state: 'running', next_day: doneFrom });
  }

  async isStopping(id: string): Promise<boolean> {
    const row = await this.rows().where({ id }).first();
    return Boolean(row?.stop_requested);
  }

  async finish(
    id: string,
    state: 'succeeded' | 'failed' | 'stopped',
    at: string,
    message?: string,
  ): Promise<void> {
    await this.rows()
      .where({ id })
      .update({ state, finished_at: at, message: message ?? null });
  }

  private rows() {
    return this.knex<BackfillRow>('cost_backfills');
  }
}
