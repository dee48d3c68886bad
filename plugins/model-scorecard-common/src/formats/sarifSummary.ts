import { z } from 'zod';
import { AdaptedReport, RawReport } from './EvidenceFormat';
import {
  countMetrics,
  countOf,
  shortText,
  shortTexts,
  startRecord,
  unknownReport,
} from './assuranceRecord';
import { unknownVersion } from './readDocument';
import {
  SarifLevel,
  sarifInvocation,
  sarifResult,
  sarifRule,
} from './sarifSchema';

/** What is known of a run while it is read; the order of its parts does not matter. */
export interface SarifRun {
  tool: { name?: string; version?: string; semanticVersion?: string };
  /** Levels of rules by component (-1: the driver) and index, and by their id. */
  rules: Map<string, SarifLevel>;
  rulesListed: number;
  hasResults: boolean;
  levels: Record<SarifLevel, number>;
  /** Results that name no level, by the keys of their rules. */
  byRule: Map<string, { keys: string[]; count: number }>;
  suppressed: number;
  failedInvocations: number;
  errorNotifications: number;
  endTimes: string[];
}

/** Counts over all runs of a file, from which its record is made. */
export interface SarifSummary {
  version: string;
  runs: SarifRun[];
}

/** A run of which nothing was read yet. */
export function startSarifRun(): SarifRun {
  return {
    tool: {},
    rules: new Map(),
    rulesListed: 0,
    hasResults: false,
    levels: { none: 0, note: 0, warning: 0, error: 0 },
    byRule: new Map(),
    suppressed: 0,
    failedInvocations: 0,
    errorNotifications: 0,
    endTimes: [],
  };
}

/** Takes a rule of a component into account; -1 is the driver. */
export function addSarifRule(
  run: SarifRun,
  component: number,
  index: number,
  rule: z.infer<typeof sarifRule>,
) {
  run.rulesListed += 1;
  const set = rule.defaultConfiguration?.level;
  if (!set) return;
  run.rules.set(`${component}#${index}`, set);
  run.rules.set(`${component}:${rule.id}`, set);
}

/** Takes an invocation into account. */
export function addSarifInvocation(
  run: SarifRun,
  invocation: z.infer<typeof sarifInvocation>,
) {
  if (!invocation.executionSuccessful) run.failedInvocations += 1;
  run.errorNotifications += (
    invocation.toolExecutionNotifications ?? []
  ).filter(notification => notification.level === 'error').length;
  if (invocation.endTimeUtc) run.endTimes.push(invocation.endTimeUtc);
}

function isSuppressed({ suppressions }: z.infer<typeof sarifResult>) {
  return (
    Boolean(suppressions?.length) &&
    suppressions?.every(({ status }) => (status ?? 'accepted') === 'accepted')
  );
}

function ruleKeys(result: z.infer<typeof sarifResult>): string[] {
  const component = result.rule?.toolComponent?.index ?? -1;
  const index = result.rule?.index ?? result.ruleIndex ?? -1;
  const id = result.rule?.id ?? result.ruleId;
  const keys = index >= 0 ? [`${component}#${index}`] : [];
  if (!id) return keys;
  keys.push(`${component}:${id}`);
  // A hierarchical id such as CA1000/1 belongs to the rule CA1000.
  const parent = id.slice(0, Math.max(0, id.lastIndexOf('/')));
  return parent ? [...keys, `${component}:${parent}`] : keys;
}

/** Takes a result into account: what is suppressed apart, what is no longer there not at all. */
export function addSarifResult(
  run: SarifRun,
  result: z.infer<typeof sarifResult>,
) {
  if (result.baselineState === 'absent') return;
  if (isSuppressed(result)) {
    run.suppressed += 1;
  } else if (result.level) {
    run.levels[result.level] += 1;
  } else if ((result.kind ?? 'fail') !== 'fail') {
    run.levels.none += 1;
  } else {
    const keys = ruleKeys(result);
    const entry = run.byRule.get(keys.join(' ')) ?? { keys, count: 0 };
    entry.count += 1;
    run.byRule.set(keys.join(' '), entry);
  }
}

function levelsOf(run: SarifRun): Record<SarifLevel, number> {
  const levels = { ...run.levels };
  for (const { keys, count } of run.byRule.values()) {
    const key = keys.find(candidate => run.rules.has(candidate));
    levels[(key && run.rules.get(key)) || 'warning'] += count;
  }
  return levels;
}

function problemsOf(runs: SarifRun[]): string[] {
  const problems: string[] = [];
  if (!runs.length)
    problems.push('holds no run of a tool, so that nothing was scanned');
  const unscanned = runs.filter(run => !run.hasResults).length;
  if (unscanned)
    problems.push(
      `${countOf(unscanned, 'run')} without a list of results: the tool did not scan`,
    );
  const failed = runs.reduce((sum, run) => sum + run.failedInvocations, 0);
  if (failed)
    problems.push(`${countOf(failed, 'run')} of the tool did not succeed`);
  const errors = runs.reduce((sum, run) => sum + run.errorNotifications, 0);
  if (errors)
    problems.push(
      `the tool met ${countOf(errors, 'error')} while it ran, so that parts were not scanned`,
    );
  return problems;
}

const versionOf = ({ tool }: SarifRun) => tool.semanticVersion ?? tool.version;

function sumOf(runs: SarifRun[]) {
  const totals = { error: 0, warning: 0, note: 0, suppressed: 0 };
  let others = 0;
  for (const run of runs) {
    const levels = levelsOf(run);
    totals.error += levels.error;
    totals.warning += levels.warning;
    totals.note += levels.note;
    totals.suppressed += run.suppressed;
    others += levels.none;
  }
  const results = Object.values(totals).reduce((a, b) => a + b, others);
  const rules = runs.reduce((sum, run) => sum + run.rulesListed, 0);
  return { totals, n: rules || results || undefined };
}

/** The record of a file of which the counts are known. */
export function sarifReport(
  report: RawReport,
  { version, runs }: SarifSummary,
): AdaptedReport {
  const names = shortTexts(runs.map(run => run.tool.name)) ?? [];
  const versions = shortTexts(runs.map(versionOf)) ?? [];
  const record = startRecord(report, {
    kind: 'static-analysis',
    format: `sarif/${shortText(version)}`,
    tool: names.join(', ') || 'sarif',
    version: versions.join(', '),
    time: runs
      .flatMap(run => run.endTimes)
      .sort()
      .at(-1),
  });
  const unknown = unknownVersion('SARIF', version, ['2.1.0']);
  if (unknown) return unknownReport(record, unknown);
  const tools = shortTexts(
    runs.map(run => `${run.tool.name ?? ''} ${versionOf(run) ?? ''}`),
  );
  const { totals, n } = sumOf(runs);
  return {
    ok: true,
    records: [
      {
        record: {
          ...record,
          metrics: countMetrics(totals, n),
          ...(tools && { claims: { tools } }),
        },
        problems: problemsOf(runs),
      },
    ],
  };
}
