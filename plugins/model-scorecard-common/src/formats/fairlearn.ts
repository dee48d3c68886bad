import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord, unknownReport } from './assuranceRecord';
import { GroupRates, pairMetrics } from './groupFairness';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const known = ['0.15'];
const rates = [
  'accuracy',
  'selection_rate',
  'true_positive_rate',
  'false_positive_rate',
] as const;

const byGroup = z.record(z.string(), z.number().nullable());

const metricFrame = z.looseObject({
  fairlearn: z.string().optional(),
  sensitive_feature: z.string().optional(),
  by_group: z.record(z.string(), byGroup),
  difference: z.record(z.string(), z.number().nullable()).optional(),
  ci_quantiles: z.tuple([z.number(), z.number()]).optional(),
  by_group_ci: z
    .tuple([z.record(z.string(), byGroup), z.record(z.string(), byGroup)])
    .optional(),
  demographic_parity_difference: z.number().optional(),
});

type MetricFrame = z.infer<typeof metricFrame>;

/** Groups in which every rate that was asked for could be computed. */
function groupsOf({ by_group: frame }: MetricFrame): Map<string, GroupRates> {
  const groups = new Map<string, GroupRates>();
  const names = new Set(Object.values(frame).flatMap(Object.keys));
  for (const name of names) {
    const of = (metric: string) => frame[metric]?.[name] ?? undefined;
    const n = of('count');
    groups.set(name, {
      n: n === undefined ? undefined : Math.round(n),
      selection_rate: of('selection_rate'),
      true_positive_rate: of('true_positive_rate'),
      false_positive_rate: of('false_positive_rate'),
      accuracy: of('accuracy'),
    });
  }
  return groups;
}

/**
 * How many of a group were positive: follows from its rates, and is believed only
 * when it is a whole number that explains the accuracy too.
 */
function positivesOf(group: GroupRates): number | undefined {
  const { n, accuracy } = group;
  const [s, t, f] = [
    group.selection_rate,
    group.true_positive_rate,
    group.false_positive_rate,
  ];
  if (n === undefined || s === undefined || accuracy === undefined)
    return undefined;
  if (t === undefined || f === undefined || t === f) return undefined;
  const exact = (n * (s - f)) / (t - f);
  const whole = Math.round(exact);
  const right = whole * t + (n - whole) * (1 - f);
  const fits =
    Math.abs(exact - whole) < 1e-3 && Math.abs(right - n * accuracy) < 1e-2;
  return fits ? whole : undefined;
}

function groupMetrics(
  frame: MetricFrame,
  groups: Map<string, GroupRates>,
  attr: string,
): EvidenceMetric[] {
  const { by_group_ci: ci, ci_quantiles: quantiles } = frame;
  return [...groups].flatMap(([name, group]) => {
    const positives = positivesOf(group);
    const sizes = {
      accuracy: group.n,
      selection_rate: group.n,
      true_positive_rate: positives,
      false_positive_rate:
        positives !== undefined && group.n !== undefined
          ? group.n - positives
          : undefined,
    };
    return rates.flatMap(key => {
      const value = group[key];
      if (value === undefined) return [];
      const low = ci?.[0][key]?.[name] ?? undefined;
      const high = ci?.[1][key]?.[name] ?? undefined;
      const level = quantiles && quantiles[1] - quantiles[0];
      return {
        key,
        value,
        n: sizes[key],
        slice: { attr, group: name, n: group.n },
        ...(low !== undefined &&
          high !== undefined && {
            ci: { low, high, level, method: 'bootstrap' },
          }),
      };
    });
  });
}

/** Rows of the document that its own differences contradict. */
function contradictions(
  { difference = {} }: MetricFrame,
  groups: Map<string, GroupRates>,
): string[] {
  return rates.flatMap(key => {
    const stated = difference[key];
    const values = [...groups.values()].flatMap(group => group[key] ?? []);
    if (stated === undefined || stated === null || !values.length) return [];
    const found = Math.max(...values) - Math.min(...values);
    return Math.abs(found - stated) < 1e-6
      ? []
      : [
          `its difference of ${key} is ${stated}, but its groups differ by ${found}; hand in the whole report`,
        ];
  });
}

function problemsOf(
  frame: MetricFrame,
  groups: Map<string, GroupRates>,
): string[] {
  const problems = contradictions(frame, groups);
  for (const [name, { selection_rate: rate }] of groups)
    if (rate === undefined)
      problems.push(
        `the group ${shortText(name)} has no selection rate; leave out groups without rows`,
      );
  if (groups.size < 2)
    problems.push('it compares fewer than two groups, so that nothing differs');
  return problems;
}

/** The exact value where the document has it: magnitudes are given in full. */
function refined(
  metrics: EvidenceMetric[],
  exact: number | undefined,
): EvidenceMetric[] {
  const spd = metrics.filter(({ key }) => key === 'spd');
  if (exact === undefined || spd.length !== 1) return metrics;
  const [{ value }] = spd;
  if (Math.abs(Math.abs(value) - exact) > 1e-9) return metrics;
  return metrics.map(metric =>
    metric === spd[0] ? { ...metric, value: Math.sign(value) * exact } : metric,
  );
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(metricFrame, report.document);
  if (!reading.ok) return reading;
  const frame = reading.value;
  const record = startRecord(report, {
    kind: 'fairness',
    format: 'fairlearn-metricframe/1',
    tool: 'fairlearn',
    version: frame.fairlearn,
  });
  const unknown =
    frame.fairlearn !== undefined &&
    unknownVersion('Fairlearn', frame.fairlearn, known);
  if (unknown) return unknownReport(record, unknown);
  const groups = groupsOf(frame);
  const { declared } = report;
  const attr =
    shortText(declared?.attribute ?? frame.sensitive_feature) ?? 'group';
  const pairs = pairMetrics(groups, attr, declared?.reference);
  const metrics = [
    ...refined(pairs, frame.demographic_parity_difference),
    ...groupMetrics(frame, groups, attr),
  ];
  return {
    ok: true,
    records: [
      { record: { ...record, metrics }, problems: problemsOf(frame, groups) },
    ],
  };
}

/**
 * `MetricFrame` of Fairlearn as `pandas.to_json` writes its members:
 * `{fairlearn, sensitive_feature, overall, by_group: {metric: {group: value}}, …}`.
 * Fairlearn's differences are unsigned; ours are group minus reference.
 */
export const fairlearnFormat: EvidenceFormat = {
  id: 'fairlearn',
  title: 'Fairlearn MetricFrame',
  detect: document =>
    hasMembers(document, 'by_group', 'overall') &&
    typeof document.by_group === 'object',
  adapt,
};
