import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  shortText,
  startRecord,
  unknownReport,
  zonedInstant,
} from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';

const known = ['0.18', '1.24'];

const result = z.looseObject({
  success: z.boolean(),
  exception_info: z.record(z.string(), z.unknown()).nullish(),
});

const validation = z.looseObject({
  success: z.boolean(),
  suite_name: z.string().nullish(),
  results: z.array(result),
  statistics: z
    .looseObject({
      evaluated_expectations: z.int().min(0),
      successful_expectations: z.int().min(0),
    })
    .optional(),
  meta: z
    .looseObject({
      great_expectations_version: z.string().optional(),
      validation_time: z.unknown().optional(),
      expectation_suite_name: z.string().nullish(),
    })
    .optional(),
});

type Validation = z.infer<typeof validation>;

/** An expectation that raised has information by metric instead of `raised_exception: false`. */
function raised({ exception_info: info }: z.infer<typeof result>): boolean {
  if (!info || Object.keys(info).length === 0) return false;
  return info.raised_exception !== false;
}

function countResults({ results }: Validation) {
  const errored = results.filter(raised).length;
  const failed = results.filter(one => !one.success && !raised(one)).length;
  return { evaluated: results.length, failed, errored };
}

function problemsOf(found: Validation): string[] {
  const { evaluated, failed, errored } = countResults(found);
  const { statistics, success } = found;
  const problems: string[] = [];
  if (evaluated === 0)
    problems.push(
      'no expectation was evaluated; an empty suite says success for anything',
    );
  const passed = evaluated - failed - errored;
  if (
    statistics &&
    (statistics.evaluated_expectations !== evaluated ||
      statistics.successful_expectations !== passed)
  )
    problems.push(
      `its statistics do not fit its ${evaluated} results; hand in the whole result`,
    );
  if (evaluated > 0 && success !== (passed === evaluated))
    problems.push('its success does not fit its results');
  return problems;
}

function timeOf({ meta }: Validation): string | undefined {
  const time = meta?.validation_time;
  return typeof time === 'string' ? zonedInstant(time) : undefined;
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(validation, report.document);
  if (!reading.ok) return reading;
  const found = reading.value;
  const version = found.meta?.great_expectations_version;
  const record = startRecord(report, {
    kind: 'data-quality',
    format: 'great-expectations/1',
    tool: 'great_expectations',
    version,
    time: timeOf(found),
  });
  const unknown =
    version !== undefined &&
    unknownVersion('Great Expectations', version, known);
  if (unknown) return unknownReport(record, unknown);
  const counts = countResults(found);
  const suite = shortText(
    found.suite_name ?? found.meta?.expectation_suite_name ?? undefined,
  );
  return {
    ok: true,
    records: [
      {
        record: {
          ...record,
          metrics: countMetrics(counts, counts.evaluated),
          ...(suite && { claims: { suite } }),
        },
        problems: problemsOf(found),
      },
    ],
  };
}

/** Validation result of Great Expectations; rows of data and tracebacks in it are left out. */
export const greatExpectationsFormat: EvidenceFormat = {
  id: 'great-expectations',
  title: 'Great Expectations validation result',
  detect: document =>
    hasMembers(document, 'success', 'results', 'statistics') &&
    hasMembers(document.statistics, 'evaluated_expectations'),
  adapt,
};
