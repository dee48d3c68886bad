import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  startRecord,
  unknownReport,
  zonedInstant,
} from './assuranceRecord';
import { driftRecord } from './driftRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const known = ['0.4', '0.5', '0.6'];

const column = z.looseObject({
  column_name: z.string().optional(),
  stattest_name: z.string(),
  stattest_threshold: z.number(),
  drift_score: z.number(),
  drift_detected: z.boolean(),
});
const driftTable = z.looseObject({
  drift_by_columns: z.record(z.string(), column),
});
const dataset = z.looseObject({ share_of_drifted_columns: z.number() });

const head = {
  version: z.string().optional(),
  timestamp: z.string().optional(),
};
const report06 = z.looseObject({
  ...head,
  metrics: z.array(z.looseObject({ metric: z.string(), result: z.unknown() })),
});
const suite = z.looseObject({
  ...head,
  tests: z.array(
    z.looseObject({
      status: z.enum(['SUCCESS', 'FAIL', 'WARNING', 'ERROR', 'SKIPPED']),
    }),
  ),
});

function started(
  report: RawReport,
  kind: string,
  { version, timestamp }: { version?: string; timestamp?: string },
) {
  return startRecord(report, {
    kind,
    format: 'evidently/0.6',
    tool: 'evidently',
    version,
    time: zonedInstant(timestamp),
  });
}

function adaptSuite(report: RawReport): AdaptedReport {
  const reading = readDocument(suite, report.document);
  if (!reading.ok) return reading;
  const { tests } = reading.value;
  const of = (status: string) =>
    tests.filter(test => test.status === status).length;
  // The summary's `success_tests` counts warnings too, so tests are counted here.
  const evaluated = tests.length - of('SKIPPED');
  const counts = {
    evaluated,
    failed: of('FAIL'),
    warned: of('WARNING'),
    errored: of('ERROR'),
  };
  const record = started(report, 'model-tests', reading.value);
  const problems = evaluated ? [] : ['no test was evaluated'];
  return {
    ok: true,
    records: [
      {
        record: { ...record, metrics: countMetrics(counts, evaluated) },
        problems,
      },
    ],
  };
}

function adaptReport(report: RawReport): AdaptedReport {
  const reading = readDocument(report06, report.document);
  if (!reading.ok) return reading;
  const resultOf = (name: string) =>
    reading.value.metrics.findIndex(({ metric }) => metric === name);
  const at = resultOf('DataDriftTable');
  const record = started(report, 'drift', reading.value);
  if (at < 0)
    return {
      ok: true,
      records: [
        {
          record,
          problems: [
            'holds no DataDriftTable; add the preset of data drift to the report',
          ],
        },
      ],
    };
  const table = readDocument(driftTable, reading.value.metrics[at].result);
  if (!table.ok)
    return {
      ok: false,
      problems: table.problems.map(({ path, message }) => ({
        path: `/metrics/${at}/result${path}`,
        message,
      })),
    };
  const columns = Object.entries(table.value.drift_by_columns).map(
    ([name, found]) => ({
      column: name,
      method: found.stattest_name,
      threshold: found.stattest_threshold,
      score: found.drift_score,
      drifted: found.drift_detected,
    }),
  );
  // `drift_share` beside it is the threshold, not what was measured.
  const overall = reading.value.metrics[resultOf('DatasetDriftMetric')]?.result;
  const share = dataset.safeParse(overall).data?.share_of_drifted_columns;
  return { ok: true, records: [driftRecord(record, columns, share)] };
}

function adapt(report: RawReport): AdaptedReport {
  const stated = z.looseObject(head).safeParse(report.document).data ?? {};
  const unknown =
    stated.version !== undefined &&
    unknownVersion('Evidently', stated.version, known);
  if (unknown) return unknownReport(started(report, 'drift', stated), unknown);
  return hasMembers(report.document, 'summary', 'tests')
    ? adaptSuite(report)
    : adaptReport(report);
}

/** JSON of a report or test suite of Evidently up to 0.6. */
export const evidentlyLegacyFormat: EvidenceFormat = {
  id: 'evidently-legacy',
  title: 'Evidently report or test suite up to 0.6',
  detect: document =>
    (hasMembers(document, 'summary', 'tests') &&
      hasMembers(document.summary, 'all_passed', 'by_status')) ||
    (hasMembers(document, 'metrics') &&
      Array.isArray(document.metrics) &&
      document.metrics.some(entry => hasMembers(entry, 'metric', 'result'))),
  adapt,
};
