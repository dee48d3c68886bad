import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord, unknownReport } from './assuranceRecord';
import { GroupRates, pairMetrics } from './groupFairness';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const count = z.int().min(0);
const slice = z.looseObject({
  value: z.union([z.string(), z.number()]),
  threshold: z.number(),
  tp: count,
  fp: count,
  tn: count,
  fn: count,
});
const exported = z.looseObject({
  what_if_tool: z.string(),
  feature: z.string(),
  slices: z.array(slice),
});

type Slice = z.infer<typeof slice>;

function share(part: number, whole: number): number | undefined {
  return whole ? part / whole : undefined;
}

function ratesOf({ tp, fp, tn, fn }: Slice): GroupRates {
  const n = tp + fp + tn + fn;
  return {
    n,
    selection_rate: share(tp + fp, n),
    true_positive_rate: share(tp, tp + fn),
    false_positive_rate: share(fp, fp + tn),
    accuracy: share(tp + tn, n),
  };
}

function rateMetrics(
  groups: Map<string, GroupRates>,
  slices: Slice[],
  attr: string,
) {
  return [...groups].flatMap(([group, rates], i) => {
    const { tp, fp, tn, fn } = slices[i];
    const sizes = {
      selection_rate: rates.n,
      true_positive_rate: tp + fn,
      false_positive_rate: fp + tn,
      accuracy: rates.n,
    };
    return (Object.keys(sizes) as (keyof typeof sizes)[]).flatMap(key => {
      const value = rates[key];
      return value === undefined
        ? []
        : { key, value, n: sizes[key], slice: { attr, group, n: rates.n } };
    });
  });
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(exported, report.document);
  if (!reading.ok) return reading;
  const { what_if_tool: version, feature, slices } = reading.value;
  const origin = { format: 'what-if-tool/1', tool: 'what-if-tool', version };
  const start = (kind: string) => startRecord(report, { ...origin, kind });
  const unknown = unknownVersion('What-If Tool', version, ['1.8']);
  if (unknown) return unknownReport(start('fairness'), unknown);
  const attr = shortText(report.declared?.attribute ?? feature) ?? 'group';
  const groups = new Map(
    slices.map(one => [shortText(String(one.value)) ?? '', ratesOf(one)]),
  );
  const empty = [...groups].filter(([, { n }]) => !n).map(([name]) => name);
  const problems = [
    ...(groups.size < 2 ? ['it compares fewer than two groups'] : []),
    ...empty.map(name => `the group ${name} has no rows; leave it out`),
  ];
  const n = [...groups.values()].reduce(
    (sum, rates) => sum + (rates.n ?? 0),
    0,
  );
  const right = slices.reduce((sum, { tp, tn }) => sum + tp + tn, 0);
  const scores = [...groups].flatMap(([group, { accuracy, n: size }]) =>
    accuracy === undefined
      ? []
      : {
          key: 'score',
          value: accuracy,
          n: size,
          slice: { attr, group, n: size },
        },
  );
  const fairness = [
    ...pairMetrics(groups, attr, report.declared?.reference),
    ...rateMetrics(groups, slices, attr),
  ];
  return {
    ok: true,
    records: [
      { record: { ...start('fairness'), metrics: fairness }, problems },
      {
        record: {
          ...start('performance-slices'),
          metrics: n
            ? [{ key: 'overall', value: right / n, n }, ...scores]
            : [],
          claims: { metric: 'accuracy', higherIsBetter: true },
        },
        problems: n ? problems : [...problems, 'no row was counted'],
      },
    ],
  };
}

/**
 * The table of the What-If Tool's fairness tab. The tool has no export of its own,
 * so this is ours: `{what_if_tool, feature, slices: [{value, threshold, tp, fp, tn,
 * fn}]}`, with the counts that the tab shows for each value of the feature.
 */
export const whatIfToolFormat: EvidenceFormat = {
  id: 'what-if-tool',
  title: 'What-If Tool, fairness by slice',
  detect: document => hasMembers(document, 'what_if_tool', 'slices'),
  adapt,
};
