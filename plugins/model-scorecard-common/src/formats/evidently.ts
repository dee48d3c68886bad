import { z } from 'zod';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import {
  AdaptedRecord,
  AdaptedReport,
  EvidenceFormat,
  RawReport,
} from './EvidenceFormat';
import { countMetrics, startRecord } from './assuranceRecord';
import { ColumnDrift, driftRecord } from './driftRecord';
import { performanceClaims } from './performanceClaims';
import { hasMembers, readDocument } from './readDocument';

const prefix = 'evidently:metric_v2:';

const performanceKeys: Record<string, string> = {
  Accuracy: 'accuracy',
  Precision: 'precision',
  Recall: 'recall',
  F1Score: 'f1',
  TPR: 'true_positive_rate',
  FPR: 'false_positive_rate',
  RocAuc: 'roc_auc',
  LogLoss: 'log_loss',
  MAE: 'mae',
  RMSE: 'rmse',
  MAPE: 'mape',
  R2Score: 'r2',
};

const metric = z.looseObject({
  config: z.looseObject({ type: z.string().startsWith(prefix) }),
  value: z.unknown(),
});
const drift = z.looseObject({
  config: z.looseObject({
    column: z.string(),
    method: z.string(),
    threshold: z.number(),
  }),
  value: z.number(),
});
const driftedColumns = z.looseObject({
  value: z.looseObject({ count: z.number(), share: z.number() }),
});
const test = z.looseObject({
  status: z.enum(['SUCCESS', 'FAIL', 'WARNING', 'ERROR', 'SKIPPED']),
});
const report07 = z.looseObject({
  metrics: z.array(metric),
  tests: z.array(test).optional(),
});

type Metric = z.infer<typeof metric>;

function ofType(metrics: Metric[], type: string): [number, Metric][] {
  return [...metrics.entries()].filter(
    ([, { config }]) => config.type === `${prefix}${type}`,
  );
}

function started(report: RawReport, kind: string) {
  return startRecord(report, {
    kind,
    format: 'evidently/0.7',
    tool: 'evidently',
  });
}

/** Reads the entries of a type; the first that is not of its shape ends it. */
function readAll<T>(entries: [number, Metric][], schema: z.ZodType<T>) {
  const values: T[] = [];
  for (const [index, entry] of entries) {
    const reading = readDocument(schema, entry);
    if (!reading.ok)
      return {
        ok: false as const,
        problems: reading.problems.map(({ path, message }) => ({
          path: `/metrics/${index}${path}`,
          message,
        })),
      };
    values.push(reading.value);
  }
  return { ok: true as const, values };
}

function performance(report: RawReport, metrics: Metric[]): AdaptedRecord[] {
  const found: EvidenceMetric[] = metrics.flatMap(({ config, value }) => {
    const key = performanceKeys[config.type.slice(prefix.length)];
    if (!key || typeof value !== 'number') return [];
    return { key, value, n: report.declared?.dataset?.n };
  });
  if (!found.length) return [];
  const claims = performanceClaims(report);
  const record = started(report, 'performance');
  return [
    {
      record: { ...record, metrics: found, ...(claims && { claims }) },
      problems: [],
    },
  ];
}

function tests(
  report: RawReport,
  results: z.infer<typeof test>[],
): AdaptedRecord[] {
  if (!results.length) return [];
  const of = (status: string) =>
    results.filter(result => result.status === status).length;
  const counts = {
    evaluated: results.length - of('SKIPPED'),
    failed: of('FAIL'),
    warned: of('WARNING'),
    errored: of('ERROR'),
  };
  const record = {
    ...started(report, 'model-tests'),
    metrics: countMetrics(counts, counts.evaluated),
  };
  const problems = counts.evaluated ? [] : ['every test was skipped'];
  return [{ record, problems }];
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(report07, report.document);
  if (!reading.ok) return reading;
  const { metrics, tests: results = [] } = reading.value;
  const drifts = readAll(ofType(metrics, 'ValueDrift'), drift);
  if (!drifts.ok) return drifts;
  const shares = readAll(
    ofType(metrics, 'DriftedColumnsCount'),
    driftedColumns,
  );
  if (!shares.ok) return shares;
  const columns: ColumnDrift[] = drifts.values.map(({ config, value }) => ({
    column: config.column,
    method: config.method,
    threshold: config.threshold,
    score: value,
  }));
  const records = [
    ...(columns.length || shares.values.length
      ? [
          driftRecord(
            started(report, 'drift'),
            columns,
            shares.values[0]?.value.share,
          ),
        ]
      : []),
    ...performance(report, metrics),
    ...tests(report, results),
  ];
  if (records.length) return { ok: true, records };
  const problems = [
    'holds neither drift, nor performance, nor a test; add a preset or a metric',
  ];
  return {
    ok: true,
    records: [{ record: started(report, 'model-tests'), problems }],
  };
}

/** JSON of a report of Evidently 0.7, which names neither version nor time. */
export const evidentlyFormat: EvidenceFormat = {
  id: 'evidently',
  title: 'Evidently 0.7 report',
  detect: document =>
    hasMembers(document, 'metrics') &&
    Array.isArray(document.metrics) &&
    (document.metrics.some(
      entry =>
        hasMembers(entry, 'config') &&
        hasMembers(entry.config, 'type') &&
        String(entry.config.type).startsWith(prefix),
    ) ||
      (document.metrics.length === 0 && hasMembers(document, 'tests'))),
  adapt,
};
