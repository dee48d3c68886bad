import {
  CostReconciliation,
  CostSummaryGroupBy,
  CostSummaryItem,
  unallocatedKey,
} from '@modelyard/plugin-model-cost-common';
import { DayRecord, SumRecord } from '../database/CostStore';
import { Attribution, Dimension } from './attribution';
import { DayTotals } from './bookDay';

const dimensionsOf: Record<CostSummaryGroupBy, Dimension[]> = {
  owner: ['owner'],
  model: ['model'],
  version: ['model', 'version'],
  service: ['service'],
  environment: ['environment'],
  tenant: ['tenant'],
  'cost-center': ['costCenter'],
};

/** The labels that a summary adds up by. */
export function summaryDimensions(groupBy: CostSummaryGroupBy): Dimension[] {
  return dimensionsOf[groupBy];
}

function keyOf(attribution: Attribution, dimensions: Dimension[]): string {
  return dimensions
    .map(dimension => attribution[dimension] ?? unallocatedKey)
    .join(':');
}

export interface BuildItemsOptions {
  groupBy: CostSummaryGroupBy;
  sums: SumRecord[];
  /** Absent when the days before can't be compared with. */
  previousSums?: SumRecord[];
  /** Entity ref of the Model that a label means. */
  refOf: (model: string) => string | undefined;
}

/** Groups of a summary, the most expensive first. */
export function buildItems(options: BuildItemsOptions): CostSummaryItem[] {
  const dimensions = summaryDimensions(options.groupBy);
  const before = new Map(
    options.previousSums?.map(sum => [
      keyOf(sum.attribution, dimensions),
      sum.amounts.total,
    ]),
  );
  const items = options.sums.map(({ attribution, amounts }) => {
    const key = keyOf(attribution, dimensions);
    const item: CostSummaryItem = { key, total: amounts.total };
    if (dimensions[0] === 'model' && attribution.model)
      item.ref = options.refOf(attribution.model);
    if (options.previousSums)
      item.change = amounts.total - (before.get(key) ?? 0);
    return item;
  });
  return items.sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
}

/** Totals of several days; `nodes` only when every day has it. */
export function addTotals(records: DayRecord[]): DayTotals {
  const sum: DayTotals = {
    attributed: 0,
    unattributed: 0,
    unmounted: 0,
    idle: 0,
    total: 0,
    compute: 0,
  };
  for (const { totals } of records) {
    if (!totals) continue;
    sum.attributed += totals.attributed;
    sum.unattributed += totals.unattributed;
    sum.unmounted += totals.unmounted;
    sum.idle += totals.idle;
    sum.total += totals.total;
    sum.compute += totals.compute;
  }
  return sum;
}

/**
 * What was booked against what the source bills. Only CPU, RAM and GPU can be
 * compared: idle is the remainder of the nodes' bills, while network, volumes
 * and load balancers come on top of them and are taken as allocated.
 */
export function reconcile(records: DayRecord[]): CostReconciliation {
  const totals = records.flatMap(record =>
    record.totals?.nodes === undefined
      ? []
      : [{ ...record.totals, nodes: record.totals.nodes }],
  );
  if (!totals.length) return { days: 0 };
  let sourceTotal = 0;
  let booked = 0;
  for (const day of totals) {
    sourceTotal += day.nodes + day.total - day.compute;
    booked += day.total;
  }
  return {
    sourceTotal,
    difference: booked - sourceTotal,
    days: totals.length,
  };
}
