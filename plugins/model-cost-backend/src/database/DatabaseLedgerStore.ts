import { Knex } from 'knex';
import { Day } from '../domain/days';
import { Roller } from '../domain/rollUp/Roller';
import { DayRow, fromDayTotals } from './dayRows';
import { DayBooking, KnownDay, LedgerStore } from './LedgerStore';
import { lockSource, writeDay } from './writeDay';
import { readWorkloads, writeRollUp } from './writeRollUp';

/** {@link LedgerStore} on SQLite and PostgreSQL. */
export class DatabaseLedgerStore implements LedgerStore {
  private constructor(private readonly knex: Knex) {}

  static create(options: { knex: Knex }): DatabaseLedgerStore {
    return new DatabaseLedgerStore(options.knex);
  }

  async listKnownDays(
    sourceId: string,
    from: Day,
    until: Day,
  ): Promise<KnownDay[]> {
    const rows = await this.knex<DayRow>('cost_days')
      .where({ source_id: sourceId, is_current: true })
      .whereBetween('day', [from, until])
      .orderBy('day');
    return rows.map(row => ({
      day: row.day,
      state: row.state,
      mark: row.mark ?? undefined,
      totals: row.state === 'ok' ? fromDayTotals(row) : undefined,
    }));
  }

  async bookDay(booking: DayBooking, roller: Roller): Promise<boolean> {
    return this.knex.transaction(tx => writeDay(tx, booking, roller));
  }

  async reroll(roller: Roller, signal: AbortSignal): Promise<number> {
    let count = 0;
    for (;;) {
      signal.throwIfAborted();
      const isDone = await this.knex.transaction(tx => rerollOne(tx, roller));
      if (isDone) return count;
      count += 1;
    }
  }

  async forgetRollUps(sourceId: string, days: Day[]): Promise<void> {
    await this.knex('cost_days')
      .where({ source_id: sourceId, is_current: true })
      .whereIn('day', days)
      .update({ rolled_with: null });
  }

  async recordCheck(
    sourceId: string,
    at: string,
    error?: string,
  ): Promise<void> {
    await this.knex('cost_sources')
      .insert({ id: sourceId, checked_at: at, error: error ?? null })
      .onConflict('id')
      .merge();
  }
}

function outdated(tx: Knex, roller: Roller) {
  return tx<DayRow>('cost_days')
    .where({ is_current: true, state: 'ok' })
    .where(q =>
      q.whereNull('rolled_with').orWhereNot('rolled_with', roller.digest),
    );
}

/** Gives true when there was none left; the newest days come first. */
async function rerollOne(
  tx: Knex.Transaction,
  roller: Roller,
): Promise<boolean> {
  const found = await outdated(tx, roller).orderBy('day', 'desc').first();
  if (!found) return true;
  // In the order in which booking locks; meanwhile it may have been done.
  await lockSource(tx, found.source_id);
  const { source_id: sourceId, day, revision } = found;
  const row = await outdated(tx, roller)
    .where({ source_id: sourceId, day, revision })
    .first();
  if (row) await writeRollUp(tx, row, await readWorkloads(tx, row), roller);
  return false;
}
