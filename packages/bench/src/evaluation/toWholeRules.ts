import {
  CheckContext,
  CheckProgram,
  EvidenceRecord,
  loadPack,
} from '@modelyard/plugin-model-scorecard-common';
import { stringify } from 'yaml';
import { BenchCheck } from './benchChecks';
import { VersionFacts } from './makeFacts';
import { toExpression, toParams } from './toPack';
import { Measurement, toRivalFacts } from './toRivalFacts';

const daySeconds = 86_400;
const evidenceClaims = ['age', 'digest', 'subject', 'trust'];

function measuredOn({ metrics = [], total = 0, perGroup = 0 }: BenchCheck) {
  return metrics.map(
    metric =>
      `m.${metric}.all(x, x.n >= ${total} && x.smallestGroup >= ${perGroup})`,
  );
}

function approved(role: string): string {
  return `reviews.exists(r, r.role == "${role}" && r.decision == "approve")`;
}

/** Everything about a check in one expression, also what `evaluate` asks before it comes to CEL. */
function toWholeExpression(check: BenchCheck): string {
  const { kind, tiers, signed, maxAgeDays } = check;
  const applies = tiers ? [`tier in ${JSON.stringify(tiers)}`] : [];
  if (kind === 'registration') return toExpression(check);
  if (kind === 'review')
    return [
      ...applies,
      approved('reviewer'),
      `(tier in ["general", "limited"] || ${approved('ethics-reviewer')})`,
    ].join(' && ');
  return [
    ...applies,
    'c.digest == c.subject',
    'c.age >= -300',
    ...(signed ? ['c.trust == "signed"'] : []),
    ...(maxAgeDays ? [`c.age <= ${maxAgeDays * daySeconds}`] : []),
    ...measuredOn(check),
    toExpression(check),
  ].join(' && ');
}

/** One compiled expression a check, through the loader of check packs. */
export function toPrograms(checks: BenchCheck[]): CheckProgram[] {
  const pack = loadPack(
    stringify(
      {
        apiVersion: 'modelyard.io/v1alpha1',
        kind: 'CheckPack',
        id: 'whole-rules',
        version: '1',
        title: 'Rules of the bench, all in CEL',
        checks: checks.map(check => ({
          id: check.id,
          area: 'bench',
          title: check.id,
          rule: check.id,
          evidence: 'facts',
          severity: 'blocker',
          metrics: check.metrics,
          claims: [
            ...evidenceClaims,
            ...[check.isTrue, check.list?.claim].filter(Boolean),
          ],
          params: toParams(check),
          expr: toWholeExpression(check),
          controls: [],
          remedy: check.id,
        })),
      },
      { aliasDuplicateObjects: false },
    ),
  );
  return pack.checks.map(({ program }) => program);
}

function measurementsOf(
  { kind, metrics = [] }: BenchCheck,
  flat: Record<string, unknown>,
): CheckContext['m'] {
  const lists: CheckContext['m'] = {};
  for (const metric of metrics) {
    const list = flat[`${kind}.${metric}`];
    if (Array.isArray(list))
      lists[metric] = list.map((x: Measurement) => ({ ...x }));
  }
  return lists;
}

function claimsOf(
  record: EvidenceRecord | undefined,
  { subject }: VersionFacts,
  flat: Record<string, unknown>,
): CheckContext['c'] {
  if (!record) return {};
  return {
    ...record.claims,
    age: flat[`${record.kind}.age`],
    digest: record.subject.digest,
    subject: subject.digest,
    trust: record.trust,
  };
}

/**
 * What each expression sees of a version. Absent where there is no evidence:
 * then, as in `evaluate`, CEL is not asked, and the check does not pass.
 */
export function toContexts(
  checks: BenchCheck[],
  facts: VersionFacts,
): (CheckContext | undefined)[] {
  const flat = toRivalFacts(facts);
  const records = new Map(facts.evidence.map(r => [r.kind, r]));
  return checks.map(check => {
    const record = records.get(check.kind);
    if (!record && !['registration', 'review'].includes(check.kind))
      return undefined;
    return {
      m: measurementsOf(check, flat),
      c: claimsOf(record, facts, flat),
      p: { ...toParams(check) },
      bound: check.limits ?? {},
      tier: facts.tier?.tier ?? 'unregistered',
      environment: facts.environment,
      reviews: facts.reviews.map(({ role, decision }) => ({ role, decision })),
      producedAt: new Date(record?.producedAt ?? facts.now),
    };
  });
}
