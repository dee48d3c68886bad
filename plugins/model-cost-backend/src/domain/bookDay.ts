import {
  AllocationKind,
  SourceAllocation,
  SourceDay,
} from '@modelyard/plugin-model-cost-node';
import { addAmounts, Amounts, noAmounts, toAmounts, toMicros } from './amounts';
import { attribute, Attribution } from './attribution';
import { Day } from './days';
import { addMeasures, Measures, toMeasures } from './measures';
import { bookUsage, BookedUsage } from './bookUsage';
import { digestDay, identityOf } from './digestDay';

/** Cost of one workload (or of idle, or of unmounted volumes) on one day. */
export interface BookedWorkload {
  kind: AllocationKind;
  cluster: string;
  namespace: string;
  controllerKind: string;
  controller: string;
  /** What its labels say. */
  attribution: Attribution;
  /** Run that trained a model here, by label. */
  runId?: string;
  /** Number of rows of the source that were added up. */
  rows: number;
  amounts: Amounts;
  measures: Measures;
}

/** Micros of a whole day, as the source says. */
export interface DayTotals {
  total: number;
  /** Part of total. */
  idle: number;
  /** Number of workloads that cost something or nothing. */
  workloads: number;
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
  /** Absent where the source tells no cost. */
  totals?: DayTotals;
  workloads: BookedWorkload[];
  /** Absent where the source tells no usage. */
  usage?: BookedUsage[];
  notices: string[];
}

/** A day that can't be booked, and why. */
export interface UnbookedDay {
  day: Day;
  state: 'missing' | 'failed';
  message: string;
}

function toWorkload(row: SourceAllocation): BookedWorkload {
  const amounts = toAmounts(row);
  const { attribution, runId } =
    row.kind === 'workload'
      ? attribute(row.labels, row.namespaceLabels)
      : { attribution: {}, runId: undefined };
  return {
    kind: row.kind,
    cluster: row.cluster,
    namespace: row.namespace,
    controllerKind: row.controllerKind,
    controller: row.controller,
    attribution,
    runId,
    rows: 1,
    amounts,
    measures: toMeasures(row, amounts),
  };
}

/** By what they are known, and in the order of it. */
function bookWorkloads(
  rows: SourceAllocation[],
): [identity: string, BookedWorkload][] {
  const byIdentity = new Map<string, BookedWorkload>();
  for (const row of rows) {
    const workload = toWorkload(row);
    const identity = identityOf(workload);
    const known = byIdentity.get(identity);
    if (!known) {
      byIdentity.set(identity, workload);
      continue;
    }
    known.rows += 1;
    addAmounts(known.amounts, workload.amounts);
    addMeasures(known.measures, workload.measures);
  }
  return [...byIdentity].sort(([a], [b]) => (a < b ? -1 : 1));
}

function addUp(workloads: BookedWorkload[], nodeCost?: number): DayTotals {
  const sum = noAmounts();
  for (const { amounts } of workloads) addAmounts(sum, amounts);
  const totals = {
    total: sum.total,
    idle: workloads
      .filter(({ kind }) => kind === 'idle')
      .reduce((idle, { amounts }) => idle + amounts.total, 0),
    workloads: workloads.filter(({ kind }) => kind === 'workload').length,
    compute: sum.cpu + sum.ram + sum.gpu,
  };
  return nodeCost === undefined
    ? totals
    : { ...totals, nodes: toMicros(nodeCost) };
}

/**
 * Books a day of a source: rows of one workload are added up in micros, under the
 * labels they carry. A day without samples is `missing`, not zero.
 *
 * Throws when a row can't be believed.
 */
export function bookDay(
  source: SourceDay,
  currency: string,
): BookedDay | UnbookedDay {
  const { day, allocations, notices = [] } = source;
  if (allocations && !allocations.length)
    return {
      day,
      state: 'missing',
      message: 'the source has no samples of this day',
    };
  const identified = bookWorkloads(allocations ?? []);
  const workloads = identified.map(([, workload]) => workload);
  const totals = allocations && addUp(workloads, source.nodeCost);
  const usage = source.usage && bookUsage(source.usage);
  const digest = digestDay({ currency, totals, usage }, identified);
  return {
    day,
    state: 'ok',
    currency,
    digest,
    totals,
    workloads,
    usage,
    notices,
  };
}
