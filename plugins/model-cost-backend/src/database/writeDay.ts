import { insertRows } from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';
import { BookedDay, BookedWorkload, UnbookedDay } from '../domain/bookDay';
import { Roller } from '../domain/rollUp/Roller';
import { DayRow, toDayRow } from './dayRows';
import { DayBooking } from './LedgerStore';
import {
  toLabelRow,
  toLedgerAmountRow,
  toMeasureText,
  toUsageRow,
} from './rows';
import { writeRollUp } from './writeRollUp';

function isSame(current: DayRow, day: BookedDay | UnbookedDay): boolean {
  if (current.state !== day.state) return false;
  return day.state === 'ok'
    ? current.digest === day.digest
    : current.message === day.message;
}

/** One writer at a time for each source; SQLite has only one anyway. */
export async function lockSource(
  tx: Knex.Transaction,
  id: string,
): Promise<void> {
  await tx('cost_sources').insert({ id }).onConflict('id').ignore();
  await tx('cost_sources').where({ id }).forUpdate().select('id');
}

function toLedgerRow(workload: BookedWorkload) {
  return {
    kind: workload.kind,
    cluster: workload.cluster,
    namespace: workload.namespace,
    controller_kind: workload.controllerKind,
    controller: workload.controller,
    rows: workload.rows,
    run_id: workload.runId ?? null,
    ...toLabelRow(workload.attribution),
    ...toLedgerAmountRow(workload.amounts),
    measures: toMeasureText(workload.measures),
  };
}

interface Place {
  source_id: string;
  day: string;
}

/** Remembers the runs of a day, so that their version can be found later. */
async function writeTraining(
  tx: Knex.Transaction,
  place: Place,
  workloads: BookedWorkload[],
): Promise<void> {
  const runs = new Map<string, string | undefined>();
  for (const { runId, attribution } of workloads)
    if (runId !== undefined)
      runs.set(runId, runs.get(runId) ?? attribution.model);
  for (const [runId, model] of runs)
    await tx('cost_training')
      .insert({ ...place, run_id: runId, model: model ?? null })
      .onConflict(['source_id', 'day', 'run_id'])
      .ignore();
}

async function writeBooked(
  tx: Knex.Transaction,
  row: DayRow,
  day: BookedDay,
): Promise<void> {
  const place = { source_id: row.source_id, day: row.day };
  const revision = { ...place, revision: row.revision };
  await insertRows(tx, 'cost_allocations', {
    rows: day.workloads.map((workload, ordinal) => ({
      ...revision,
      ordinal,
      ...toLedgerRow(workload),
    })),
  });
  await insertRows(tx, 'cost_usage', {
    rows: (day.usage ?? []).map((usage, ordinal) => ({
      ...revision,
      ordinal,
      is_current: true,
      ...toLabelRow(usage.attribution),
      ...toUsageRow(usage),
    })),
  });
  await writeTraining(tx, place, day.workloads);
}

/**
 * Writes a day as its next revision, with its figures, within one transaction.
 *
 * @returns whether a revision was written
 */
export async function writeDay(
  tx: Knex.Transaction,
  booking: DayBooking,
  roller: Roller,
): Promise<boolean> {
  const { sourceId, day, mark } = booking;
  await lockSource(tx, sourceId);
  const place = { source_id: sourceId, day: day.day };
  const current = await tx<DayRow>('cost_days')
    .where({ ...place, is_current: true })
    .first();
  const stays = current?.state === 'ok' && day.state !== 'ok';
  if (current && (stays || isSame(current, day))) {
    if (current.mark !== (mark ?? null))
      await tx('cost_days')
        .where({ ...place, revision: current.revision })
        .update({ mark: mark ?? null });
    return false;
  }
  for (const table of ['cost_days', 'cost_usage'])
    await tx(table)
      .where({ ...place, is_current: true })
      .update({ is_current: false });
  const row = toDayRow({ ...booking, revision: (current?.revision ?? 0) + 1 });
  await tx('cost_days').insert(row);
  if (day.state === 'ok') await writeBooked(tx, row, day);
  await writeRollUp(tx, row, day.state === 'ok' ? day.workloads : [], roller);
  return true;
}
