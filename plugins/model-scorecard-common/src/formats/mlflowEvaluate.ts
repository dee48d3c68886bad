import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { shortText, startRecord } from './assuranceRecord';
import { performanceClaims } from './performanceClaims';
import { hasMembers, readDocument } from './readDocument';

const numbers = z.record(z.string(), z.number());
const result = z.looseObject({ metrics: numbers });

/** Names that MLflow gives to what we know by another one. */
const names: Record<string, string> = {
  accuracy_score: 'accuracy',
  f1_score: 'f1',
  precision_score: 'precision',
  recall_score: 'recall',
  root_mean_squared_error: 'rmse',
  mean_absolute_error: 'mae',
  mean_absolute_percentage_error: 'mape',
  r2_score: 'r2',
};

const sizes = new Set([
  'example_count',
  'true_negatives',
  'false_positives',
  'false_negatives',
  'true_positives',
]);

function adapt(report: RawReport): AdaptedReport {
  const isWrapped = hasMembers(report.document, 'metrics');
  const reading = isWrapped
    ? readDocument(result, report.document)
    : readDocument(numbers, report.document);
  if (!reading.ok) return reading;
  const found = (isWrapped ? reading.value.metrics : reading.value) as z.infer<
    typeof numbers
  >;
  const n = Number.isInteger(found.example_count)
    ? found.example_count
    : report.declared?.dataset?.n;
  const metrics = Object.entries(found)
    .filter(([key]) => !sizes.has(key))
    .map(([key, value]) => ({
      key: names[key] ?? shortText(key) ?? key,
      value,
      n,
    }));
  const claims = performanceClaims(report);
  const record = startRecord(report, {
    kind: 'performance',
    format: 'mlflow-evaluate/1',
    tool: 'mlflow',
  });
  return {
    ok: true,
    records: [
      {
        record: { ...record, metrics, ...(claims && { claims }) },
        problems: metrics.length ? [] : ['it holds no metric'],
      },
    ],
  };
}

/**
 * Metrics of `mlflow.evaluate`: `{metrics: {…}, artifacts: {…}}`, or the flat
 * `metrics.json` that `EvaluationResult.save` writes. Its plots are pictures and prove nothing.
 */
export const mlflowEvaluateFormat: EvidenceFormat = {
  id: 'mlflow-evaluate',
  title: 'MLflow evaluation',
  detect: document =>
    hasMembers(document, 'metrics', 'artifacts') &&
    typeof document.metrics === 'object' &&
    !Array.isArray(document.metrics),
  adapt,
};
