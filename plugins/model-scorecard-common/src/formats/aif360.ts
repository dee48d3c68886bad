import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord } from './assuranceRecord';
import { pairMetrics } from './groupFairness';
import { hasMembers, readDocument } from './readDocument';

const keys = {
  statistical_parity_difference: 'spd',
  disparate_impact: 'dir',
  equal_opportunity_difference: 'eod',
  average_odds_difference: 'aod',
  theil_index: 'theil_index',
} as const;

const flat = z.looseObject(
  Object.fromEntries(
    Object.keys(keys).map(name => [name, z.number().optional()]),
  ),
);

const count = z.number().min(0);
const parity = z.looseObject({
  metric: z.literal('Statistical Parity Difference'),
  message: z.string(),
  numPositivesUnprivileged: count,
  numInstancesUnprivileged: count,
  numPositivesPrivileged: count,
  numInstancesPrivileged: count,
});
const impact = z.looseObject({
  metric: z.literal('Disparate Impact'),
  message: z.string(),
  numPositivePredictionsUnprivileged: count,
  numUnprivileged: count,
  numPositivePredictionsPrivileged: count,
  numPrivileged: count,
});
const other = z.looseObject({ metric: z.string(), message: z.string() });
const explainer = z.array(z.union([parity, impact, other])).min(1);

function namesOf({ declared }: RawReport) {
  return {
    attr: shortText(declared?.attribute) ?? 'group',
    group: shortText(declared?.group) ?? 'unprivileged',
    ref: shortText(declared?.reference) ?? 'privileged',
  };
}

function origin(report: RawReport) {
  return startRecord(report, {
    kind: 'fairness',
    format: 'aif360/1',
    tool: 'aif360',
  });
}

function adaptFlat(report: RawReport): AdaptedReport {
  const reading = readDocument(flat, report.document);
  if (!reading.ok) return reading;
  const record = origin(report);
  const slice = namesOf(report);
  const metrics: EvidenceMetric[] = Object.entries(keys).flatMap(
    ([name, key]) => {
      const value = reading.value[name];
      if (typeof value !== 'number') return [];
      const n = record.dataset?.n;
      return key === 'theil_index'
        ? { key, value, n }
        : { key, value, n, slice };
    },
  );
  return {
    ok: true,
    records: [{ record: { ...record, metrics }, problems: [] }],
  };
}

/** Favourable outcomes and size of the unprivileged and of the privileged group. */
type Counts = [[number, number], [number, number]];

function countsOf(
  entry: z.infer<typeof explainer>[number],
): Counts | undefined {
  const byParity = parity.safeParse(entry).data;
  if (byParity)
    return [
      [byParity.numPositivesUnprivileged, byParity.numInstancesUnprivileged],
      [byParity.numPositivesPrivileged, byParity.numInstancesPrivileged],
    ];
  const byImpact = impact.safeParse(entry).data;
  return (
    byImpact && [
      [byImpact.numPositivePredictionsUnprivileged, byImpact.numUnprivileged],
      [byImpact.numPositivePredictionsPrivileged, byImpact.numPrivileged],
    ]
  );
}

/** The number at the end of the sentence that the tool writes. */
function stated(message: string): number {
  return Number(/:\s*(\S+)$/.exec(message.trim())?.[1] ?? NaN);
}

function adaptExplainer(report: RawReport): AdaptedReport {
  const reading = readDocument(explainer, report.document);
  if (!reading.ok) return reading;
  const { attr, group, ref } = namesOf(report);
  const metrics = new Map<string, EvidenceMetric>();
  for (const [index, entry] of reading.value.entries()) {
    const counts = countsOf(entry);
    if (!counts) continue;
    const [[a, n], [b, m]] = counts;
    const groups = new Map([
      [group, { n, selection_rate: a / n }],
      [ref, { n: m, selection_rate: b / m }],
    ]);
    const wanted = entry.metric === 'Disparate Impact' ? 'dir' : 'spd';
    const found = pairMetrics(groups, attr, ref).find(
      ({ key }) => key === wanted,
    );
    if (!found || !(Math.abs(found.value - stated(entry.message)) < 1e-9))
      return {
        ok: false,
        problems: [
          {
            path: `/${index}/message`,
            message: `does not say what its counts give, ${found?.value}`,
          },
        ],
      };
    metrics.set(wanted, found);
    for (const [name, rate] of groups)
      metrics.set(`rate ${name}`, {
        key: 'selection_rate',
        value: rate.selection_rate,
        n: rate.n,
        slice: { attr, group: name, n: rate.n },
      });
  }
  const problems = metrics.size
    ? []
    : ['it explains neither statistical parity nor disparate impact'];
  const record = { ...origin(report), metrics: [...metrics.values()] };
  return { ok: true, records: [{ record, problems }] };
}

/**
 * AIF360: the figures of a `ClassificationMetric` as a flat object, or the list of
 * explanations that `MetricJSONExplainer` writes, whose counts are used.
 */
export const aif360Format: EvidenceFormat = {
  id: 'aif360',
  title: 'AIF360 metrics or explainer',
  detect: document =>
    Array.isArray(document)
      ? document.length > 0 &&
        document.every(entry =>
          hasMembers(entry, 'metric', 'message', 'description', 'ideal'),
        )
      : hasMembers(document, 'statistical_parity_difference') ||
        hasMembers(document, 'disparate_impact', 'theil_index'),
  adapt: report =>
    Array.isArray(report.document) ? adaptExplainer(report) : adaptFlat(report),
};
