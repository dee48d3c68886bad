import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { startRecord, unknownReport } from './assuranceRecord';
import { hasMembers, readDocument, unknownVersion } from './readDocument';
import {
  VulnerabilityFindings,
  VulnerabilitySeverity,
  vulnerabilityReport,
} from './vulnerabilityReport';

const vulnerability = z.looseObject({
  VulnerabilityID: z.string().min(1),
  FixedVersion: z.string().nullish(),
  Severity: z.enum(['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'UNKNOWN']),
});

const result = z.looseObject({
  Target: z.string().nullish(),
  Class: z.string().nullish(),
  Packages: z.array(z.unknown()).nullish(),
  Vulnerabilities: z.array(vulnerability).nullish(),
  ExperimentalModifiedFindings: z
    .array(z.looseObject({ Type: z.string().nullish() }))
    .nullish(),
});

const trivyReport = z.looseObject({
  SchemaVersion: z.literal(2),
  Trivy: z.looseObject({ Version: z.string().nullish() }).nullish(),
  CreatedAt: z.string().nullish(),
  ArtifactName: z.string().nullish(),
  Results: z.array(result).nullish(),
});

type TrivyReport = z.infer<typeof trivyReport>;

const severities: Record<string, VulnerabilitySeverity> = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  UNKNOWN: 'unknown',
};

/** Classes of results that hold packages; others are secrets, licences, misconfiguration. */
const packageClasses = new Set([undefined, null, 'os-pkgs', 'lang-pkgs']);

function countLookedAt(results: NonNullable<TrivyReport['Results']>) {
  const targets = results.filter(({ Class }) => packageClasses.has(Class));
  const listing = targets.filter(({ Packages }) => Packages);
  return listing.length
    ? listing.reduce((sum, { Packages }) => sum + (Packages?.length ?? 0), 0)
    : targets.length;
}

function findingsOf(document: TrivyReport): VulnerabilityFindings {
  const results = document.Results ?? [];
  const n = countLookedAt(results);
  return {
    vulnerabilities: results
      .flatMap(({ Vulnerabilities }) => Vulnerabilities ?? [])
      .map(({ Severity, FixedVersion }) => ({
        severity: severities[Severity],
        fixable: Boolean(FixedVersion),
      })),
    ignored: results
      .flatMap(item => item.ExperimentalModifiedFindings ?? [])
      .filter(({ Type }) => Type === 'vulnerability').length,
    n,
    target: document.ArtifactName ?? undefined,
    problems: n
      ? []
      : [
          'names no package or target that was looked at: a clean scan and one of nothing look alike; scan with --list-all-pkgs',
        ],
  };
}

function adapt(report: RawReport): AdaptedReport {
  const version = z
    .looseObject({ SchemaVersion: z.int() })
    .safeParse(report.document).data?.SchemaVersion;
  if (version !== undefined) {
    const origin = { kind: 'vulnerabilities', format: `trivy/${version}` };
    const unknown = unknownVersion('Trivy schema', String(version), ['2']);
    if (unknown)
      return unknownReport(
        startRecord(report, { ...origin, tool: 'trivy' }),
        unknown,
      );
  }
  const reading = readDocument(trivyReport, report.document);
  if (!reading.ok) return reading;
  const document = reading.value;
  return vulnerabilityReport(
    report,
    {
      format: 'trivy/2',
      tool: 'trivy',
      version: document.Trivy?.Version ?? undefined,
      time: document.CreatedAt ?? undefined,
    },
    findingsOf(document),
  );
}

/** JSON report of Trivy (`trivy image --format json --list-all-pkgs`). */
export const trivyFormat: EvidenceFormat = {
  id: 'trivy',
  title: 'Trivy vulnerability report',
  detect: document =>
    hasMembers(document, 'SchemaVersion') &&
    (hasMembers(document, 'ArtifactName') ||
      hasMembers(document, 'ArtifactType') ||
      hasMembers(document, 'Results')),
  adapt,
};
