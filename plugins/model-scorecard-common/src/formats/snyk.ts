import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { startRecord } from './assuranceRecord';
import { hasMembers, readDocument } from './readDocument';
import {
  VulnerabilityFindings,
  vulnerabilityReport,
} from './vulnerabilityReport';

const vulnerability = z.looseObject({
  id: z.string().min(1),
  severity: z.enum(['critical', 'high', 'medium', 'low']),
  type: z.string().nullish(),
  packageName: z.string().nullish(),
  version: z.string().nullish(),
  isUpgradable: z.boolean().nullish(),
  isPatchable: z.boolean().nullish(),
  fixedIn: z.array(z.string()).nullish(),
  nearestFixedInVersion: z.string().nullish(),
});

const project = z.looseObject({
  ok: z.boolean(),
  vulnerabilities: z.array(vulnerability),
  dependencyCount: z.int().min(0),
  projectName: z.string().nullish(),
  severityThreshold: z.enum(['critical', 'high', 'medium', 'low']).nullish(),
  filtered: z
    .looseObject({
      ignore: z.array(z.unknown()).nullish(),
      patch: z.array(z.unknown()).nullish(),
    })
    .nullish(),
});

const image = project
  .extend({ applications: z.array(project).nullish() })
  .transform(value => [value, ...(value.applications ?? [])]);

/** Metrics that a scan with a threshold says nothing about. */
const leftOutBelow: Record<string, string[]> = {
  critical: ['high', 'fixable_high', 'medium', 'low', 'unknown'],
  high: ['medium', 'low', 'unknown'],
  medium: ['low', 'unknown'],
};

type SnykProject = z.infer<typeof project>;

/** Snyk lists a vulnerability once a path that leads to it; here it counts once. */
function distinctVulnerabilities(projects: SnykProject[]) {
  const distinct = new Map<string, z.infer<typeof vulnerability>>();
  for (const { vulnerabilities } of projects)
    for (const found of vulnerabilities)
      if (found.type !== 'license')
        distinct.set(
          JSON.stringify([found.id, found.packageName, found.version]),
          found,
        );
  return [...distinct.values()];
}

function problemsOf(projects: SnykProject[]): string[] {
  const problems: string[] = [];
  const empty = projects.filter(item => item.dependencyCount === 0).length;
  if (empty)
    problems.push(
      `${empty} of ${projects.length} scanned projects had no dependency, so that nothing was looked at; install the packages before the scan`,
    );
  if (projects.some(item => item.severityThreshold === 'critical'))
    problems.push(
      'leaves out what is below critical; scan without --severity-threshold',
    );
  return problems;
}

function findingsOf(projects: SnykProject[]): VulnerabilityFindings {
  return {
    vulnerabilities: distinctVulnerabilities(projects).map(found => ({
      severity: found.severity,
      fixable: Boolean(
        found.isUpgradable ||
        found.isPatchable ||
        found.fixedIn?.length ||
        found.nearestFixedInVersion,
      ),
    })),
    ignored: projects.reduce(
      (sum, { filtered }) =>
        sum + (filtered?.ignore?.length ?? 0) + (filtered?.patch?.length ?? 0),
      0,
    ),
    n: projects.reduce((sum, item) => sum + item.dependencyCount, 0),
    target: projects[0]?.projectName ?? undefined,
    leftOut: projects.flatMap(
      item => leftOutBelow[item.severityThreshold ?? ''] ?? [],
    ),
    problems: problemsOf(projects),
  };
}

const isFailedScan = (document: unknown) =>
  hasMembers(document, 'ok', 'error', 'path') &&
  document.ok === false &&
  typeof document.error === 'string';

const isProject = (document: unknown) =>
  hasMembers(document, 'ok', 'vulnerabilities', 'dependencyCount');

function adapt(report: RawReport): AdaptedReport {
  const origin = { format: 'snyk/1', tool: 'snyk' };
  const { document } = report;
  const parts: unknown[] = Array.isArray(document) ? document : [document];
  if (parts.some(isFailedScan)) {
    const record = startRecord(report, { ...origin, kind: 'vulnerabilities' });
    const problems = ['the scan ended with an error; see the log of Snyk'];
    return { ok: true, records: [{ record, problems }] };
  }
  const reading = Array.isArray(document)
    ? readDocument(z.array(project).min(1), document)
    : readDocument(image, document);
  if (!reading.ok) return reading;
  return vulnerabilityReport(report, origin, findingsOf(reading.value));
}

/** JSON of `snyk test --json` or `snyk container test --json`, also of several projects. */
export const snykFormat: EvidenceFormat = {
  id: 'snyk',
  title: 'Snyk vulnerability report',
  detect: document =>
    Array.isArray(document)
      ? isProject(document[0]) || isFailedScan(document[0])
      : isProject(document) || isFailedScan(document),
  adapt,
};
