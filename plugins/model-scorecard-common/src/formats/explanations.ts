import { z } from 'zod';
import { EvidenceClaim, EvidenceMetric } from '../evidence/EvidenceRecord';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  shortText,
  shortTexts,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const mostPoints = 50;

function explanation(
  report: RawReport,
  origin: { kind: string; tool: string; version?: string },
  metrics: EvidenceMetric[],
  claims: Record<string, EvidenceClaim>,
  problems: string[] = [],
): AdaptedReport {
  const record = startRecord(report, {
    ...origin,
    format: `${origin.tool}/1`,
  });
  return {
    ok: true,
    records: [{ record: { ...record, metrics, claims }, problems }],
  };
}

function featureSlice(feature: string) {
  return { attr: 'feature', group: shortText(feature) ?? '' };
}

const shapReport = z.looseObject({
  shap: z.string().optional(),
  n: z.int().min(0).optional(),
  mean_abs_shap: z.record(z.string(), z.number().min(0)).optional(),
  feature_names: z.array(z.string()).optional(),
  shap_values: z.array(z.array(z.number())).optional(),
});

function adaptShap(report: RawReport): AdaptedReport {
  const reading = readDocument(shapReport, report.document);
  if (!reading.ok) return reading;
  const { shap: version, n, mean_abs_shap: means } = reading.value;
  const values = reading.value.shap_values;
  const origin = {
    kind: means ? 'importance' : 'local-explanation',
    tool: 'shap',
    version,
  };
  const unknown = version && unknownVersion('SHAP', version, ['0.51']);
  if (unknown)
    return unknownReport(
      startRecord(report, { ...origin, format: 'shap/1' }),
      unknown,
    );
  if (!means) return localExplanation(report, origin, values?.length ?? 0);
  const metrics = Object.entries(means).map(([feature, value]) => ({
    key: 'importance',
    value,
    n,
    slice: featureSlice(feature),
  }));
  const proxies = shortTexts(report.declared?.proxies ?? []);
  const claims = { method: 'shap', ...(proxies && { proxies }) };
  const problems = metrics.length
    ? []
    : ['it names no feature; export the mean absolute value of each'];
  return explanation(report, origin, metrics, claims, problems);
}

function localExplanation(
  report: RawReport,
  origin: { kind: string; tool: string; version?: string },
  explained: number,
): AdaptedReport {
  return explanation(
    report,
    origin,
    [{ key: 'explained', value: explained, n: explained }],
    { method: origin.tool },
    explained ? [] : ['it explains no decision; explain a sample of them'],
  );
}

/**
 * Global SHAP values, `{shap, n, mean_abs_shap: {<feature>: value}}`, or those of
 * single decisions, `{shap, feature_names, shap_values: [[…]]}`.
 */
export const shapFormat: EvidenceFormat = {
  id: 'shap',
  title: 'SHAP values',
  detect: document =>
    hasMembers(document, 'mean_abs_shap') ||
    hasMembers(document, 'shap_values', 'feature_names'),
  adapt: adaptShap,
};

const limeReport = z.looseObject({
  lime: z.string().optional(),
  explanations: z.array(
    z.array(z.tuple([z.union([z.string(), z.int()]), z.number()])).min(1),
  ),
});

/** LIME explanations as `as_list()` gives them: `{lime, explanations: [[[feature, weight], …]]}`. */
export const limeFormat: EvidenceFormat = {
  id: 'lime',
  title: 'LIME explanations',
  detect: document => hasMembers(document, 'lime', 'explanations'),
  adapt(report) {
    const reading = readDocument(limeReport, report.document);
    if (!reading.ok) return reading;
    const { lime: version, explanations } = reading.value;
    const origin = { kind: 'local-explanation', tool: 'lime', version };
    const unknown = version && unknownVersion('LIME', version, ['0.2']);
    return unknown
      ? unknownReport(
          startRecord(report, { ...origin, format: 'lime/1' }),
          unknown,
        )
      : localExplanation(report, origin, explanations.length);
  },
};

const dependence = z
  .looseObject({
    grid_values: z.array(z.union([z.number(), z.string()])).min(1),
    average: z.array(z.number()).min(1),
  })
  .refine(({ grid_values: grid, average }) => grid.length === average.length, {
    message: 'has as many averages as grid values',
    path: ['average'],
  });

const pdpReport = z.looseObject({
  n: z.int().min(0).optional(),
  partial_dependence: z.record(z.string(), dependence),
});

function curveOf(
  feature: string,
  { grid_values: grid, average }: z.infer<typeof dependence>,
  n: number | undefined,
): EvidenceMetric[] {
  const range = Math.max(...average) - Math.min(...average);
  const step = Math.ceil(average.length / mostPoints);
  const attr = shortText(feature) ?? '';
  return [
    { key: 'range', value: range, n, slice: featureSlice(feature) },
    ...average.flatMap((value, i) =>
      i % step
        ? []
        : {
            key: 'effect',
            value,
            n,
            slice: { attr, group: shortText(String(grid[i])) ?? '' },
          },
    ),
  ];
}

/**
 * Partial dependence of scikit-learn:
 * `{n?, partial_dependence: {<feature>: {grid_values: […], average: […]}}}`.
 */
export const pdpFormat: EvidenceFormat = {
  id: 'pdp',
  title: 'Partial dependence',
  detect: document => hasMembers(document, 'partial_dependence'),
  adapt(report) {
    const reading = readDocument(pdpReport, report.document);
    if (!reading.ok) return reading;
    const { n, partial_dependence: curves } = reading.value;
    const metrics = Object.entries(curves).flatMap(([feature, curve]) =>
      curveOf(feature, curve, n),
    );
    const features = shortTexts(Object.keys(curves));
    return explanation(
      report,
      { kind: 'partial-dependence', tool: 'pdp' },
      metrics,
      { method: 'pdp', ...(features && { features }) },
      features
        ? []
        : ['it holds no feature; compute it for the important ones'],
    );
  },
};
