import { createHash } from 'node:crypto';
import {
  AllocationKind,
  SourceAllocation,
  SourceDay,
} from '@modelyard/plugin-model-cost-node';
import { addAmounts, Amounts, noAmounts, toAmounts, toMicros } from './amounts';
import { attribute, Attribution, dimensions } from './attribution';
import { Day } from './days';

/** Cost of one workload (or of idle, or of unmounted volumes) on one day. */
export interface BookedWorkload {
  kind: AllocationKind;
  cluster: string;
  namespace: string;
  controllerKind: string;
  controller: string;
  attribution: Attribution;
  /** Number of rows of the source that were added up. */
  rows: number;
  amounts: Amounts;
}

/** Micros of a whole day: attributed + unattributed + idle = total. */
export interface DayTotals {
  attributed: number;
  /** Workloads without a model label, and everything unmounted. */
  unattributed: number;
  /** Part of unattributed. */
  unmounted: number;
  idle: number;
  total: number;
  /** CPU, RAM and GPU of all rows: what the nodes' bills are compared with. */
  compute: number;
  /** What the source bills for nodes; absent when it did not say. */
  nodes?: number;
}

/** A day as it goes into the ledger. */
export interface BookedDay {
  day: Day;
  state: 'ok';
  currency: string;
  /** sha256 of what is booked, whatever order the source told it in. */
  digest: string;
  totals: DayTotals;
  workloads: BookedWorkload[];
}

/** A day that can't be booked, and why. */
export interface UnbookedDay {
  day: Day;
  state: 'missing' | 'failed';
  message: string;
}

function identityOf(row: SourceAllocation, attribution: Attribution): string {
  return JSON.stringify([
    row.kind,
    row.cluster,
    row.namespace,
    row.controllerKind,
    row.controller,
    ...dimensions.map(dimension => attribution[dimension] ?? null),
  ]);
}

function bookWorkloads(rows: SourceAllocation[]): BookedWorkload[] {
  const byIdentity = new Map<string, BookedWorkload>();
  for (const row of rows) {
    const attribution = row.kind === 'workload' ? attribute(row.labels) : {};
    const identity = identityOf(row, attribution);
    const workload = byIdentity.get(identity) ?? {
      kind: row.kind,
      cluster: row.cluster,
      namespace: row.namespace,
      controllerKind: row.controllerKind,
      controller: row.controller,
      attribution,
      rows: 0,
      amounts: noAmounts(),
    };
    workload.rows += 1;
    addAmounts(workload.amounts, toAmounts(row));
    byIdentity.set(identity, workload);
  }
  return [...byIdentity.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, workload]) => workload);
}

function addUp(workloads: BookedWorkload[], nodeCost?: number): DayTotals {
  const totals: DayTotals = {
    attributed: 0,
    unattributed: 0,
    unmounted: 0,
    idle: 0,
    total: 0,
    compute: 0,
  };
  for (const { kind, attribution, amounts } of workloads) {
    totals.total += amounts.total;
    totals.compute += amounts.cpu + amounts.ram + amounts.gpu;
    if (kind === 'idle') totals.idle += amounts.total;
    else if (attribution.model) totals.attributed += amounts.total;
    else totals.unattributed += amounts.total;
    if (kind === 'unmounted') totals.unmounted += amounts.total;
  }
  return nodeCost === undefined
    ? totals
    : { ...totals, nodes: toMicros(nodeCost) };
}

/**
 * Books a day of a source: rows of one workload are added up in micros, and
 * attributed by their labels. A day without samples is `missing`, not zero.
 *
 * Throws when a row can't be believed.
 */
export function bookDay(
  day: Day,
  source: SourceDay,
  currency: string,
): BookedDay | UnbookedDay {
  if (!source.allocations.length)
    return {
      day,
      state: 'missing',
      message: 'the source has no samples of this day',
    };
  const workloads = bookWorkloads(source.allocations);
  const totals = addUp(workloads, source.nodeCost);
  const digest = createHash('sha256')
    .update(JSON.stringify({ currency, totals, workloads }))
    .digest('hex');
  return { day, state: 'ok', currency, digest, totals, workloads };
}
