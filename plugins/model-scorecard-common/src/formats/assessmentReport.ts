import { z } from 'zod';
import { EvidenceClaim } from '../evidence/EvidenceRecord';
import { AdaptedReport, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  shortText,
  shortTexts,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { readDocument, unknownVersion } from './readDocument';

/** Members that every written assessment has. */
export const assessmentMembers = {
  version: z.literal(1),
  status: z.enum(['draft', 'in-review', 'approved', 'rejected']),
  risks: z.array(
    z.looseObject({ status: z.enum(['open', 'mitigated', 'accepted']) }),
  ),
  /** Who signed it off, such as `user:default/dana`. */
  approvedBy: z
    .union([z.string(), z.array(z.string())])
    .transform(value => (Array.isArray(value) ? value : [value]))
    .optional(),
  /** When it was signed off; with a zone. */
  approvedAt: z.string().optional(),
  tool: z.string().min(1).optional(),
  toolVersion: z.string().min(1).optional(),
};

/** A written assessment as far as every kind of it is read. */
export type Assessment = z.infer<z.ZodObject<typeof assessmentMembers>>;

function problemsOf(
  { status, risks }: Assessment,
  approvers: string[] | undefined,
): string[] {
  const problems: string[] = [];
  if (status === 'rejected') problems.push('was rejected; revise it');
  else if (status !== 'approved')
    problems.push(
      `is ${status === 'draft' ? 'a draft' : 'still in review'}; hand it in again once it is approved`,
    );
  if (!approvers)
    problems.push('names nobody who signed it off; fill in approvedBy');
  if (!risks.length)
    problems.push(
      'names no risk, so that nothing was assessed; list the risks',
    );
  return problems;
}

/** What differs between kinds of assessments. */
export interface AssessmentKind<T extends Assessment> {
  kind: string;
  schema: z.ZodType<T>;
  /** Claims beside status and approvers. */
  claimsOf(assessment: T): Record<string, EvidenceClaim | undefined>;
}

/** The record of a written assessment. */
export function assessmentReport<T extends Assessment>(
  report: RawReport,
  { kind, schema, claimsOf }: AssessmentKind<T>,
): AdaptedReport {
  const stated = z
    .looseObject({ version: z.union([z.number(), z.string()]) })
    .safeParse(report.document).data?.version;
  const version = shortText(stated === undefined ? undefined : String(stated));
  const origin = { kind, format: `${kind}/${version ?? 1}` };
  const unknown = version && unknownVersion(kind, version, ['1']);
  if (unknown)
    return unknownReport(
      startRecord(report, { ...origin, tool: kind }),
      unknown,
    );
  const reading = readDocument(schema, report.document);
  if (!reading.ok) return reading;
  const assessment = reading.value;
  const { risks, status, approvedBy, approvedAt } = assessment;
  const approvers = shortTexts(approvedBy ?? []);
  const claims: Record<string, EvidenceClaim> = { status };
  const others = { approvedBy: approvers, ...claimsOf(assessment) };
  for (const [name, value] of Object.entries(others))
    if (value !== undefined) claims[name] = value;
  const open = risks.filter(risk => risk.status === 'open').length;
  const record = {
    ...startRecord(report, {
      ...origin,
      tool: assessment.tool ?? kind,
      version: assessment.toolVersion,
      time: approvedAt,
    }),
    metrics: countMetrics({ risks: risks.length, open_risks: open }),
    claims,
  };
  const problems = problemsOf(assessment, approvers);
  return { ok: true, records: [{ record, problems }] };
}
