import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { startRecord, unknownReport } from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';
import {
  VulnerabilityFindings,
  VulnerabilitySeverity,
  vulnerabilityReport,
} from './vulnerabilityReport';

/** Releases between 0.87 and 0.121: the members that are read are the same in both. */
const knownLines = Array.from({ length: 35 }, (_, i) => `0.${87 + i}`);

const match = z.looseObject({
  vulnerability: z.looseObject({
    id: z.string().min(1),
    severity: z.enum([
      'Critical',
      'High',
      'Medium',
      'Low',
      'Negligible',
      'Unknown',
      '',
    ]),
    fix: z.looseObject({
      state: z.string(),
      versions: z.array(z.string()).nullish(),
    }),
  }),
  artifact: z.looseObject({ id: z.string().min(1) }),
});

const databaseStatus = z.looseObject({
  built: z.string().nullish(),
  valid: z.boolean().optional(),
  error: z.unknown().optional(),
});

const grypeReport = z.looseObject({
  matches: z.array(match),
  ignoredMatches: z
    .array(
      z.looseObject({
        artifact: z.looseObject({ id: z.string().min(1) }),
        appliedIgnoreRules: z.array(z.unknown()).nullish(),
      }),
    )
    .nullish(),
  source: z
    .looseObject({ type: z.string().nullish(), target: z.unknown().optional() })
    .nullish(),
  distro: z.looseObject({ name: z.string().nullish() }).nullish(),
  descriptor: z.looseObject({
    version: z.string(),
    timestamp: z.string().nullish(),
    db: databaseStatus.extend({ status: databaseStatus.nullish() }).nullish(),
  }),
});

type GrypeReport = z.infer<typeof grypeReport>;

const severities: Record<string, VulnerabilitySeverity> = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Negligible: 'low',
  Unknown: 'unknown',
  '': 'unknown',
};

function targetOf(target: unknown): string | undefined {
  const image = z.looseObject({ userInput: z.string() }).safeParse(target);
  return image.data?.userInput;
}

/**
 * The report lists only packages that have findings: at least these were looked
 * at, or an image whose distribution was recognised. The sender may know more.
 */
function countLookedAt(document: GrypeReport, declared: number | undefined) {
  const { matches, ignoredMatches, distro } = document;
  const packages = new Set(
    [...matches, ...(ignoredMatches ?? [])].map(({ artifact }) => artifact.id),
  );
  const n = Math.max(packages.size, distro?.name ? 1 : 0, declared ?? 0);
  return n || declared;
}

function problemsOf(document: GrypeReport, n: number | undefined): string[] {
  const { db } = document.descriptor;
  const status = db?.status ?? db;
  const problems: string[] = [];
  if (!status?.built)
    problems.push(
      'does not say which database it used, so that nothing can be found',
    );
  else if (status.valid === false || status.error)
    problems.push(
      'the database was not valid; run `grype db update` and scan again',
    );
  if (!n)
    problems.push(
      'found nothing and does not say how many packages it looked at; declare their number as n of the dataset',
    );
  return problems;
}

function findingsOf(
  document: GrypeReport,
  declared: number | undefined,
): VulnerabilityFindings {
  const { db } = document.descriptor;
  const n = countLookedAt(document, declared);
  return {
    vulnerabilities: document.matches.map(({ vulnerability: found }) => ({
      severity: severities[found.severity],
      fixable:
        found.fix.state === 'fixed' || Boolean(found.fix.versions?.length),
    })),
    ignored: document.ignoredMatches?.length ?? 0,
    n,
    target: targetOf(document.source?.target),
    databaseAt: (db?.status ?? db)?.built ?? undefined,
    problems: problemsOf(document, n),
  };
}

function adapt(report: RawReport): AdaptedReport {
  const reading = readDocument(grypeReport, report.document);
  const version = z
    .looseObject({ descriptor: z.looseObject({ version: z.string() }) })
    .safeParse(report.document).data?.descriptor.version;
  const origin = { format: 'grype/0', tool: 'grype', version };
  const unknown =
    version !== undefined &&
    unknownVersion('Grype', version.replace(/^v/, ''), knownLines);
  if (unknown)
    return unknownReport(
      startRecord(report, { ...origin, kind: 'vulnerabilities' }),
      unknown,
    );
  if (!reading.ok) return reading;
  const document = reading.value;
  const time = document.descriptor.timestamp ?? undefined;
  return vulnerabilityReport(
    report,
    { ...origin, time },
    findingsOf(document, report.declared?.dataset?.n),
  );
}

/** JSON report of Grype (`grype --output json`). */
export const grypeFormat: EvidenceFormat = {
  id: 'grype',
  title: 'Grype vulnerability report',
  detect: document =>
    hasMembers(document, 'matches', 'descriptor') &&
    hasMembers(document.descriptor, 'name', 'version') &&
    document.descriptor.name === 'grype',
  adapt,
};
