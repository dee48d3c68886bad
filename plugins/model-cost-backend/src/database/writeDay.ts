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

async function writeLedger(
  tx: Knex.Transaction,
  key: { source_id: string; day: string; revision: number },
  day: BookedDay,
): Promise<void> {
  const ledger = day.workloads.map((workload, ordinal) => ({
    ...key,
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
  await insertAll(tx, 'cost_allocations', ledger);
  const { revision, ...place } = key;
  const rollups = rollUp(day.workloads).map(sum => ({
    ...place,
    currency: day.currency,
    ...toAttributionRow(sum.attribution),
    ...toAmountRow(sum.amounts),
  }));
  await insertAll(tx, 'cost_rollups', rollups);
}

/**
 * Writes a revision of a day and replaces its roll-up, within one transaction.
 * The primary key on the revision lets only one of two replicas through.
 */
export async function writeDay(
  tx: Knex.Transaction,
  sourceId: string,
  day: BookedDay | UnbookedDay,
  readAt: string,
): Promise<boolean> {
  const place = { source_id: sourceId, day: day.day };
  const current = await tx<DayRow>('cost_days')
    .where({ ...place, is_current: true })
    .first();
  if (current && isSame(current, day)) return false;
  if (current?.state === 'ok' && day.state !== 'ok') return false;
  const revision = (current?.revision ?? 0) + 1;
  await tx('cost_days').where(place).update({ is_current: false });
  await tx('cost_days').insert(toDayRow(sourceId, day, revision, readAt));
  await tx('cost_rollups').where(place).delete();
  if (day.state === 'ok') await writeLedger(tx, { ...place, revision }, day);
  return true;
}
