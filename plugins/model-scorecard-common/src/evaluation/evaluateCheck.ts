import { Review, ScorecardCheck } from '../api/ScorecardApi';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { LoadedCheck } from '../packs/CheckPack';
import { exemption, severityOf } from './applicability';
import { buildContext } from './buildContext';
import { EvaluateOptions } from './EvaluateOptions';
import { GatheredEvidence, gatherEvidence } from './gatherEvidence';
import { showMeasurements } from './measurements';
import { decisionReason } from './reasons';
import { insufficiency } from './sufficiency';

/** Clocks may differ by this much before a date counts as one in the future. */
const clockSkewMs = 5 * 60_000;

type Outcome = Pick<ScorecardCheck, 'verdict' | 'reason'>;

function distrust(
  check: LoadedCheck,
  records: EvidenceRecord[],
  options: EvaluateOptions,
): Outcome | undefined {
  for (const record of records) {
    if (record.subject.digest !== options.subject.digest)
      return {
        verdict: 'invalid',
        reason: 'The evidence is bound to another digest than this version has',
      };
    if (check.trust === 'signed' && record.trust !== 'signed')
      return {
        verdict: 'invalid',
        reason: 'The evidence is not signed by a configured producer',
      };
    const ahead = Date.parse(record.producedAt) - Date.parse(options.now);
    if (!(ahead <= clockSkewMs))
      return {
        verdict: 'invalid',
        reason: 'The evidence is dated in the future',
      };
  }
  return undefined;
}

function staleness(
  check: LoadedCheck,
  age: number | undefined,
): Outcome | undefined {
  if (check.maxAge === undefined || age === undefined || age <= check.maxAge)
    return undefined;
  const days = (seconds: number) => Math.floor(seconds / 86_400);
  return {
    verdict: 'stale',
    reason: `The evidence is ${days(age)} days old; at most ${days(check.maxAge)} are allowed`,
  };
}

function onePersonInTwoRoles(reviews: Review[]): Outcome | undefined {
  const people = new Set(reviews.map(({ by }) => by));
  return people.size === reviews.length
    ? undefined
    : {
        verdict: 'fail',
        reason: 'One person decided in two roles; each role needs another one',
      };
}

function decide(
  check: LoadedCheck,
  { records, reviews }: GatheredEvidence,
  options: EvaluateOptions,
): Outcome {
  const [record] = records;
  const unusable = records.find(({ usable }) => !usable);
  const little =
    unusable?.problems.join('; ') ??
    (check.evidence === 'review' ? undefined : insufficiency(check, record));
  if (little !== undefined) return { verdict: 'insufficient', reason: little };
  const samePerson = onePersonInTwoRoles(reviews);
  if (samePerson) return samePerson;
  try {
    const passes = check.program(buildContext(check, record, reviews, options));
    const shown = showMeasurements(check, record);
    return {
      verdict: passes ? 'pass' : 'fail',
      reason: decisionReason(passes, check, record, reviews, shown),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      verdict: 'error',
      reason: `The rule can't be computed: ${message.split('\n')[0]}`,
    };
  }
}

function waive(
  check: LoadedCheck,
  severity: string,
  outcome: Outcome,
  options: EvaluateOptions,
): Outcome {
  if (outcome.verdict === 'pass' || severity !== 'waivable') return outcome;
  const waiver = options.waivers?.find(
    ({ check: id, subjectDigest, packDigest, expiresAt }) =>
      id === check.id &&
      subjectDigest === options.subject.digest &&
      packDigest === options.pack.digest &&
      Date.parse(expiresAt) > Date.parse(options.now),
  );
  if (!waiver) return outcome;
  return {
    verdict: 'waived',
    reason: `Waived until ${waiver.expiresAt}: ${waiver.reason}. ${outcome.reason}`,
  };
}

function oldest(records: EvidenceRecord[]): string | undefined {
  return records.map(({ producedAt }) => producedAt).sort()[0];
}

/**
 * One check: applies → evidence present → signature and digest → age → n → CEL.
 * The first that does not hold decides.
 */
export function evaluateCheck(
  check: LoadedCheck,
  options: EvaluateOptions,
  counting: Parameters<typeof gatherEvidence>[2],
): ScorecardCheck {
  const tier = options.tier?.tier;
  const severity = severityOf(check, tier);
  const { id, area, title, rule, controls, remedy, maxAge } = check;
  const described = { id, area, title, rule, severity, controls, remedy };
  const exempt = exemption(check, tier, options.environment);
  if (exempt)
    return {
      ...described,
      verdict: 'not_applicable',
      reason: exempt,
      evidence: [],
    };
  const gathered = gatherEvidence(check, options, counting);
  const { records, missing } = gathered;
  const producedAt = oldest(records);
  const age = producedAt
    ? Math.floor((Date.parse(options.now) - Date.parse(producedAt)) / 1000)
    : undefined;
  const outcome: Outcome = missing
    ? { verdict: 'no_evidence', reason: missing }
    : (distrust(check, records, options) ??
      staleness(check, age) ??
      decide(check, gathered, options));
  return {
    ...described,
    ...waive(check, severity, outcome, options),
    ...(records.length === 1 && showMeasurements(check, records[0])),
    evidence: records.map(record => record.id),
    producedAt,
    age,
    maxAge,
    trust: records[0]?.trust,
    redated: records.some(record => record.redated) || undefined,
  };
}
