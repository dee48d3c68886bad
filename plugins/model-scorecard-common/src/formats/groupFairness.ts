import { EvidenceMetric } from '../evidence/EvidenceRecord';

/** Rates of one group; absent where a report does not have them. */
export interface GroupRates {
  /** Rows of the group. */
  n?: number;
  selection_rate?: number;
  true_positive_rate?: number;
  false_positive_rate?: number;
  accuracy?: number;
}

type RateKey = Exclude<keyof GroupRates, 'n'>;

/** The group with the highest rate, so that the gap to it is the largest one. */
function highest(
  groups: Map<string, GroupRates>,
  key: RateKey,
): string | undefined {
  let best: string | undefined;
  for (const [name, rates] of groups) {
    const value = rates[key];
    const other = best === undefined ? undefined : groups.get(best)?.[key];
    if (value !== undefined && (other === undefined || value > other))
      best = name;
  }
  return best;
}

/** A figure of a group against another one; undefined where a rate is missing. */
type Compare = (group: GroupRates, ref: GroupRates) => number | undefined;

function difference(key: RateKey): Compare {
  return ({ [key]: a }, { [key]: b }) =>
    a === undefined || b === undefined ? undefined : a - b;
}

const ratio: Compare = ({ selection_rate: a }, { selection_rate: b }) =>
  a === undefined || !b ? undefined : a / b;

const equalisedOdds: Compare = (group, ref) => {
  const tpr = difference('true_positive_rate')(group, ref);
  const fpr = difference('false_positive_rate')(group, ref);
  return tpr === undefined || fpr === undefined
    ? undefined
    : Math.max(Math.abs(tpr), Math.abs(fpr));
};

const averageOdds: Compare = (group, ref) => {
  const tpr = difference('true_positive_rate')(group, ref);
  const fpr = difference('false_positive_rate')(group, ref);
  return tpr === undefined || fpr === undefined ? undefined : (tpr + fpr) / 2;
};

const figures: { key: string; by: RateKey; compare: Compare }[] = [
  { key: 'spd', by: 'selection_rate', compare: difference('selection_rate') },
  { key: 'dir', by: 'selection_rate', compare: ratio },
  {
    key: 'eod',
    by: 'true_positive_rate',
    compare: difference('true_positive_rate'),
  },
  { key: 'eqodds', by: 'true_positive_rate', compare: equalisedOdds },
  { key: 'aod', by: 'true_positive_rate', compare: averageOdds },
];

/**
 * Compares every group with a reference: `spd`, `eod` and `aod` are group minus
 * reference, `dir` is group over reference, `eqodds` the larger of the two gaps.
 *
 * @param reference - the declared one; else, for each figure, the group with the
 *   highest rate, which shows the largest gap
 */
export function pairMetrics(
  groups: Map<string, GroupRates>,
  attr: string,
  reference?: string,
): EvidenceMetric[] {
  const total = [...groups.values()].reduce(
    (sum: number | undefined, { n }) =>
      sum === undefined || n === undefined ? undefined : sum + n,
    0,
  );
  return figures.flatMap(({ key, by, compare }) => {
    const ref =
      reference !== undefined && groups.has(reference)
        ? reference
        : highest(groups, by);
    const against = ref === undefined ? undefined : groups.get(ref);
    if (ref === undefined || !against) return [];
    return [...groups].flatMap(([group, rates]) => {
      const value = group === ref ? undefined : compare(rates, against);
      if (value === undefined) return [];
      return {
        key,
        value,
        n: total,
        slice: { attr, group, ref, n: rates.n, nRef: against.n },
      };
    });
  });
}
