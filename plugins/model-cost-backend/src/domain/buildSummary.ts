import {
  CostNotice,
  CostReconciliation,
  CostSummaryGroupBy,
  CostSummaryItem,
  unallocatedKey,
} from '@modelyard/plugin-model-cost-common';
import { DayRecord, TotalRecord } from '../database/CostStore';
import { Attribution, Dimension } from './attribution';
import { RolledTotals } from './rollUp/rollUpDay';

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
  sums: TotalRecord[];
  /** Absent when the days before can't be compared with. */
  previousSums?: TotalRecord[];
  /** Entity ref of the Model that a label means. */
  refOf: (model: string) => string | undefined;
}

/** Groups of a summary, the most expensive first. */
export function buildItems(options: BuildItemsOptions): CostSummaryItem[] {
  const dimensions = summaryDimensions(options.groupBy);
  const before = new Map(
    options.previousSums?.map(sum => [
      keyOf(sum.attribution, dimensions),
      sum.total,
    ]),
  );
  const items = options.sums.map(({ attribution, total }) => {
    const key = keyOf(attribution, dimensions);
    const item: CostSummaryItem = { key, total };
    if (dimensions[0] === 'model' && attribution.model)
      item.ref = options.refOf(attribution.model);
    if (options.previousSums) item.change = total - (before.get(key) ?? 0);
    return item;
  });
  return items.sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
}

export function noTotals(): Omit<RolledTotals, 'sourceTotal'> {
  return {
    attributed: 0,
    unattributed: 0,
    unmounted: 0,
    shared: 0,
    idle: 0,
    total: 0,
  };
}

/** Totals of several days. */
export function addTotals(records: DayRecord[]) {
  const sum = noTotals();
  for (const { totals } of records) {
    if (!totals) continue;
    sum.attributed += totals.attributed;
    sum.unattributed += totals.unattributed;
    sum.unmounted += totals.unmounted;
    sum.shared += totals.shared;
    sum.idle += totals.idle;
    sum.total += totals.total;
  }
  return sum;
}

/**
 * What was booked against what the source bills, over the days on which it told
 * what it bills.
 */
export function reconcile(records: DayRecord[]): CostReconciliation {
  const billed = records.flatMap(({ totals }) =>
    totals?.sourceTotal === undefined
      ? []
      : [{ booked: totals.total, source: totals.sourceTotal }],
  );
  if (!billed.length) return { days: 0 };
  const sourceTotal = billed.reduce((sum, { source }) => sum + source, 0);
  const booked = billed.reduce((sum, day) => sum + day.booked, 0);
  return {
    sourceTotal,
    difference: booked - sourceTotal,
    days: billed.length,
  };
}

/** What sources say of the days, each sentence once with the number of its days. */
export function toNotices(records: DayRecord[]): CostNotice[] {
  const notices = new Map<string, CostNotice>();
  for (const { sourceId, notices: messages } of records)
    for (const message of messages) {
      const key = `${sourceId} ${message}`;
      const known = notices.get(key);
      if (known) known.days += 1;
      else notices.set(key, { sourceId, message, days: 1 });
    }
  return [...notices.values()].sort((a, b) => b.days - a.days);
}
