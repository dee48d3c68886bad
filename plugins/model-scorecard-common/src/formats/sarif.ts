import { z } from 'zod';
import { AdaptedReport, EvidenceFormat, RawReport } from './EvidenceFormat';
import { hasMembers, readDocument } from './readDocument';
import {
  SarifRun,
  addSarifInvocation,
  addSarifResult,
  addSarifRule,
  sarifReport,
  startSarifRun,
} from './sarifSummary';
import { sarifInvocation, sarifResult, sarifRule } from './sarifSchema';
import { summariseSarif } from './sarifStream';

const component = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  semanticVersion: z.string().optional(),
  rules: z.array(sarifRule).nullish(),
});

const sarifLog = z.looseObject({
  version: z.string(),
  runs: z.array(
    z.looseObject({
      tool: z.looseObject({
        driver: component,
        extensions: z.array(component).nullish(),
      }),
      invocations: z.array(sarifInvocation).nullish(),
      results: z.array(sarifResult).nullish(),
    }),
  ),
});

function summariseRun(
  document: z.infer<typeof sarifLog>['runs'][number],
): SarifRun {
  const { driver, extensions } = document.tool;
  const run = startSarifRun();
  const { name, version, semanticVersion } = driver;
  run.tool = { name, version, semanticVersion };
  driver.rules?.forEach((rule, index) => addSarifRule(run, -1, index, rule));
  extensions?.forEach(({ rules }, position) =>
    rules?.forEach((rule, index) => addSarifRule(run, position, index, rule)),
  );
  run.hasResults = Array.isArray(document.results);
  document.results?.forEach(result => addSarifResult(run, result));
  document.invocations?.forEach(item => addSarifInvocation(run, item));
  return run;
}

function adapt(report: RawReport): AdaptedReport {
  const version = z.looseObject({ version: z.string() });
  const stated = version.safeParse(report.document).data?.version;
  if (stated !== undefined && stated !== '2.1.0')
    return sarifReport(report, { version: stated, runs: [] });
  const reading = readDocument(sarifLog, report.document);
  if (!reading.ok) return reading;
  return sarifReport(report, {
    version: reading.value.version,
    runs: reading.value.runs.map(summariseRun),
  });
}

/** SARIF 2.1.0 of any static analysis. */
export const sarifFormat: EvidenceFormat = {
  id: 'sarif',
  title: 'SARIF log',
  detect: document =>
    hasMembers(document, 'version', 'runs') &&
    typeof document.version === 'string' &&
    Array.isArray(document.runs),
  adapt,
  async adaptStream(chunks, report) {
    const summary = await summariseSarif(chunks);
    return summary.ok
      ? sarifReport({ ...report, document: undefined }, summary.value)
      : summary;
  },
};
