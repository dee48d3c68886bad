import { Knex } from 'knex';
import { addAmounts, Amounts, noAmounts } from '../domain/amounts';
import { Attribution } from '../domain/attribution';
import { BookedDay, BookedWorkload, UnbookedDay } from '../domain/bookDay';
import { DayRow, LabelledRow, toAmountRow, toAttributionRow } from './rows';

/** Rows per insert: below the limits on variables of both databases. */
const chunkSize = 400;

async function insertAll(
  tx: Knex.Transaction,
  table: string,
  rows: LabelledRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += chunkSize)
    await tx(table).insert(rows.slice(start, start + chunkSize));
}

function rollUp(
  workloads: BookedWorkload[],
): { attribution: Attribution; amounts: Amounts }[] {
  const byLabels = new Map<
    string,
    { attribution: Attribution; amounts: Amounts }
  >();
  for (const { attribution, amounts } of workloads) {
    if (!attribution.model) continue;
    const key = JSON.stringify(toAttributionRow(attribution));
    const sum = byLabels.get(key) ?? { attribution, amounts: noAmounts() };
    addAmounts(sum.amounts, amounts);
    byLabels.set(key, sum);
  }
  return [...byLabels.values()];
}

function isSame(current: DayRow, day: BookedDay | UnbookedDay): boolean {
  if (current.state !== day.state) return false;
  return day.state === 'ok'
    ? current.digest === day.digest
    : current.message === day.message;
}

function toDayRow(
  sourceId: string,
  day: BookedDay | UnbookedDay,
  revision: number,
  readAt: string,
): DayRow {
  const totals = day.state === 'ok' ? day.totals : undefined;
  return {
    source_id: sourceId,
    day: day.day,
    revision,
    is_current: true,
    state: day.state,
    message: day.state === 'ok' ? null : day.message,
    digest: day.state === 'ok' ? day.digest : null,
    read_at: readAt,
    currency: day.state === 'ok' ? day.currency : null,
    attributed: totals?.attributed ?? null,
    unattributed: totals?.unattributed ?? null,
    unmounted: totals?.unmounted ?? null,
    idle: totals?.idle ?? null,
    total: totals?.total ?? null,
    compute: totals?.compute ?? null,
    nodes: totals?.nodes ?? null,
  };
}

/** A day that is written, and as which revision. */
interface Revision {
  day: BookedDay | UnbookedDay;
  revision: number;
}

function toRevisions(
  days: (BookedDay | UnbookedDay)[],
  currents: DayRow[],
): Revision[] {
  const byDay = new Map(currents.map(row => [row.day, row]));
  return days.flatMap(day => {
    const current = byDay.get(day.day);
    if (current && isSame(current, day)) return [];
    if (current?.state === 'ok' && day.state !== 'ok') return [];
    return [{ day, revision: (current?.revision ?? 0) + 1 }];
  });
}

function toLedgerRows(sourceId: string, day: BookedDay, revision: number) {
  return day.workloads.map((workload, ordinal) => ({
    source_id: sourceId,
    day: day.day,
    revision,
    ordinal,
    kind: workload.kind,
    cluster: workload.cluster,
    namespace: workload.namespace,
    controller_kind: workload.controllerKind,
    controller: workload.controller,
    rows: workload.rows,
    ...toAttributionRow(workload.attribution),
    ...toAmountRow(workload.amounts),
  }));
}

function toRollupRows(sourceId: string, day: BookedDay) {
  return rollUp(day.workloads).map(sum => ({
    source_id: sourceId,
    day: day.day,
    currency: day.currency,
    ...toAttributionRow(sum.attribution),
    ...toAmountRow(sum.amounts),
  }));
}

/**
 * Writes revisions of days and replaces their roll-up, within one transaction.
 * The primary key on the revision lets only one of two replicas through.
 */
export async function writeDays(
  tx: Knex.Transaction,
  sourceId: string,
  days: (BookedDay | UnbookedDay)[],
  readAt: string,
): Promise<number> {
  const currents: DayRow[] = await tx('cost_days')
    .where({ source_id: sourceId, is_current: true })
    .whereIn(
      'day',
      days.map(({ day }) => day),
    );
  const revisions = toRevisions(days, currents);
  if (!revisions.length) return 0;
  const names = revisions.map(({ day }) => day.day);
  const place = { source_id: sourceId };
  await tx('cost_days')
    .where(place)
    .whereIn('day', names)
    .update({ is_current: false });
  await tx('cost_rollups').where(place).whereIn('day', names).delete();
  await tx('cost_days').insert(
    revisions.map(({ day, revision }) =>
      toDayRow(sourceId, day, revision, readAt),
    ),
  );
  const ledger: LabelledRow[] = [];
  const rollups: LabelledRow[] = [];
  for (const { day, revision } of revisions) {
    if (day.state !== 'ok') continue;
    ledger.push(...toLedgerRows(sourceId, day, revision));
    rollups.push(...toRollupRows(sourceId, day));
  }
  await insertAll(tx, 'cost_allocations', ledger);
  await insertAll(tx, 'cost_rollups', rollups);
  return revisions.length;
}
