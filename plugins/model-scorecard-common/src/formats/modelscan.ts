import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  countOf,
  shortTexts,
  startRecord,
  unknownReport,
  zonedInstant,
} from './assuranceRecord';
import {
  hasMembers,
  readDocument,
  toInstant,
  unknownVersion,
} from './readDocument';

const issue = z.looseObject({
  severity: z.enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']),
  module: z.string().nullish(),
  operator: z.string().nullish(),
});

const modelscanReport = z.looseObject({
  summary: z.looseObject({
    total_issues: z.int().min(0),
    modelscan_version: z.string(),
    timestamp: z.string().nullish(),
    scanned: z.looseObject({ total_scanned: z.int().min(0) }),
  }),
  issues: z.array(issue),
  errors: z.array(z.unknown()),
});

type ModelscanReport = z.infer<typeof modelscanReport>;

/** The tool writes its local time without a zone, so that the sender's time comes first. */
function withTime(report: RawReport, timestamp: string | null | undefined) {
  const read = zonedInstant(timestamp ?? undefined) ?? report.producedAt;
  return {
    ...report,
    producedAt: read ?? toInstant(timestamp ? `${timestamp}Z` : undefined),
  };
}

function problemsOf({ summary, issues, errors }: ModelscanReport): string[] {
  const problems: string[] = [];
  if (summary.scanned.total_scanned === 0)
    problems.push(
      'no file was scanned: no issue was found because nothing was looked at; point modelscan at the files of the model',
    );
  if (errors.length)
    problems.push(
      `${countOf(errors.length, 'file')} could not be scanned; repair or remove what is named under errors and scan again`,
    );
  if (summary.total_issues !== issues.length)
    problems.push(
      `the summary counts ${countOf(summary.total_issues, 'issue')}, the list holds ${issues.length}; hand in the whole report`,
    );
  return problems;
}

function countIssues({ issues }: ModelscanReport) {
  const counts = { critical: 0, high: 0, medium: 0, low: 0 };
  const keys = {
    CRITICAL: 'critical',
    HIGH: 'high',
    MEDIUM: 'medium',
    LOW: 'low',
  } as const;
  for (const { severity } of issues) counts[keys[severity]] += 1;
  return counts;
}

function adapt(report: RawReport): AdaptedReport {
  const head = z.looseObject({
    summary: z.looseObject({ modelscan_version: z.string() }),
  });
  const version = head.safeParse(report.document).data?.summary
    .modelscan_version;
  const origin = {
    kind: 'model-scan',
    format: `modelscan/${version?.split('.').slice(0, 2).join('.')}`,
    tool: 'modelscan',
    version,
  };
  const unknown =
    version !== undefined && unknownVersion('modelscan', version, ['0.8']);
  if (unknown) return unknownReport(startRecord(report, origin), unknown);
  const reading = readDocument(modelscanReport, report.document);
  if (!reading.ok) return reading;
  const { summary, issues, errors } = reading.value;
  const scanned = summary.scanned.total_scanned;
  const findings = shortTexts(
    issues.map(
      ({ severity, module, operator }) => `${severity} ${module}.${operator}`,
    ),
  );
  const record = {
    ...startRecord(withTime(report, summary.timestamp), origin),
    metrics: countMetrics(
      { ...countIssues(reading.value), errors: errors.length, scanned },
      scanned,
    ),
    ...(findings && { claims: { findings } }),
  };
  const problems = problemsOf(reading.value);
  return { ok: true, records: [{ record, problems }] };
}

/** JSON report of modelscan (`modelscan scan --path … --reporting-format json`). */
export const modelscanFormat: EvidenceFormat = {
  id: 'modelscan',
  title: 'modelscan report',
  detect: document =>
    hasMembers(document, 'summary', 'issues', 'errors') &&
    hasMembers(document.summary, 'modelscan_version'),
  adapt,
};
