import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import {
  AdaptedRecord,
  AdaptedReport,
  EvidenceFormat,
  RawReport,
} from './EvidenceFormat';
import { shortText, startRecord } from './assuranceRecord';
import { performanceClaims } from './performanceClaims';
import { hasMembers, readDocument } from './readDocument';

const averages = z.looseObject({
  precision: z.number(),
  recall: z.number(),
  'f1-score': z.number(),
  support: z.number(),
});

const evaluation = z.looseObject({
  n: z.int().min(0),
  classification_report: z.looseObject({
    'macro avg': averages.optional(),
    'weighted avg': averages.optional(),
  }),
  accuracy: z.number().optional(),
  roc_auc: z.number().optional(),
  log_loss: z.number().optional(),
  average_precision: z.number().optional(),
  ece: z.number().min(0).max(1).optional(),
  brier: z.number().optional(),
  calibration: z.looseObject({ bins: z.int().min(1) }).optional(),
  slices: z
    .record(
      z.string(),
      z.record(
        z.string(),
        z.looseObject({ n: z.int().min(0), accuracy: z.number() }),
      ),
    )
    .optional(),
});

type Evaluation = z.infer<typeof evaluation>;

function performance(report: RawReport, found: Evaluation): AdaptedRecord {
  const { n } = found;
  const macro = found.classification_report['macro avg'];
  const values = {
    accuracy: found.accuracy,
    roc_auc: found.roc_auc,
    log_loss: found.log_loss,
    average_precision: found.average_precision,
    macro_precision: macro?.precision,
    macro_recall: macro?.recall,
    macro_f1: macro?.['f1-score'],
  };
  const metrics = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : { key, value, n },
  );
  return started(report, 'performance', metrics, performanceClaims(report));
}

function calibration(report: RawReport, found: Evaluation): AdaptedRecord[] {
  const { ece, brier, n } = found;
  if (ece === undefined) return [];
  const bins = found.calibration?.bins;
  const metrics = [
    { key: 'ece', value: ece, n },
    ...(brier === undefined ? [] : [{ key: 'brier', value: brier, n }]),
  ];
  const claims = bins === undefined ? undefined : { bins };
  return [started(report, 'calibration', metrics, claims)];
}

function slices(report: RawReport, found: Evaluation): AdaptedRecord[] {
  if (!found.slices || found.accuracy === undefined) return [];
  const scores = Object.entries(found.slices).flatMap(([attr, groups]) =>
    Object.entries(groups).map(([group, { n, accuracy }]) => ({
      key: 'score',
      value: accuracy,
      n,
      slice: {
        attr: shortText(attr) ?? 'slice',
        group: shortText(group) ?? '',
        n,
      },
    })),
  );
  const overall = { key: 'overall', value: found.accuracy, n: found.n };
  const claims = { metric: 'accuracy', higherIsBetter: true };
  return [started(report, 'performance-slices', [overall, ...scores], claims)];
}

function started(
  report: RawReport,
  kind: string,
  metrics: EvidenceMetric[],
  claims?: Record<string, string | number | boolean>,
): AdaptedRecord {
  const record = startRecord(report, {
    kind,
    format: 'scikit-learn/1',
    tool: 'scikit-learn',
  });
  const empty = metrics.find(({ n }) => n === 0);
  return {
    record: { ...record, metrics, ...(claims && { claims }) },
    problems: empty ? [`${empty.key} was measured on nothing (n = 0)`] : [],
  };
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(evaluation, report.document);
  if (!reading.ok) return reading;
  const found = reading.value;
  return {
    ok: true,
    records: [
      performance(report, found),
      ...calibration(report, found),
      ...slices(report, found),
    ],
  };
}

/**
 * An evaluation with scikit-learn. There is no standard form; ours is
 * `{n, classification_report, accuracy?, roc_auc?, log_loss?, ece?, brier?,
 * calibration?: {bins, …}, slices?: {<attribute>: {<group>: {n, accuracy}}}}`, where
 * `classification_report` is that of `sklearn.metrics` with `output_dict=True`.
 */
export const scikitLearnFormat: EvidenceFormat = {
  id: 'scikit-learn',
  title: 'scikit-learn evaluation',
  detect: document =>
    hasMembers(document, 'n', 'classification_report') &&
    typeof document.classification_report === 'object',
  adapt,
};
