import {
  CheckContext,
  EvidenceRecord,
  EvidenceMetric,
} from '@modelyard/plugin-model-scorecard-common';
import { BenchCheck } from './benchChecks';
import { VersionFacts } from './makeFacts';
import { toParams } from './toPack';

function toMeasurement({ value, ci, n }: EvidenceMetric) {
  return { value, ciLow: ci?.low ?? value, ciHigh: ci?.high ?? value, n };
}

function measurementsOf(
  check: BenchCheck,
  record: EvidenceRecord | undefined,
): CheckContext['m'] {
  return Object.fromEntries(
    (check.metrics ?? []).map(key => [
      key,
      (record?.metrics ?? []).filter(x => x.key === key).map(toMeasurement),
    ]),
  );
}

/**
 * What the expression of each check sees of a version. Absent where there is no
 * evidence: then CEL is not asked, and the check does not pass.
 */
export function toContexts(
  checks: BenchCheck[],
  facts: VersionFacts,
): (CheckContext | undefined)[] {
  const records = new Map(facts.evidence.map(r => [r.kind, r]));
  return checks.map(check => {
    const record = records.get(check.kind);
    if (!record && !['registration', 'review'].includes(check.kind))
      return undefined;
    return {
      m: measurementsOf(check, record),
      c: record?.claims ?? {},
      p: { ...toParams(check) },
      bound: check.limits ?? {},
      tier: facts.tier?.tier ?? 'unregistered',
      environment: facts.environment,
      reviews: facts.reviews.map(({ role, decision, by }) => ({
        role,
        decision,
        by,
      })),
      producedAt: new Date(record?.producedAt ?? facts.now),
    };
  });
}
