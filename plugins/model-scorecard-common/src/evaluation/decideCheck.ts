import { Review, ScorecardCheck } from '../api/ScorecardApi';
import { LoadedCheck } from '../packs/CheckPack';
import { exemption, severityOf } from './applicability';
import { buildContext } from './buildContext';
import { GatheredEvidence, gatherEvidence } from './gatherEvidence';
import { metricLists } from './measurements';
import { mergeRecords } from './mergeRecords';
import { PreparedFacts, PreparedRecord } from './PreparedFacts';
import { insufficiency } from './sufficiency';

/** Clocks may differ by this much before a date counts as one in the future. */
const clockSkewMs = 5 * 60_000;

/** The verdict of one check, before anything is told about it. */
export interface DecidedCheck {
  verdict: ScorecardCheck['verdict'];
  /** Absent when the expression decided; it is told by `decisionReason`. */
  reason?: string;
  /** Whether the expression held; absent when something else decided. */
  passes?: boolean;
  severity: ScorecardCheck['severity'];
  /** Absent when the check doesn't apply. */
  gathered?: GatheredEvidence;
  /** Seconds since the oldest record was produced. */
  age?: number;
}

type Outcome = Pick<DecidedCheck, 'verdict' | 'reason' | 'passes'>;

/** A record that was entered can't leave without a trace. */
function loss(
  { evidence }: LoadedCheck,
  { options: { lost } }: PreparedFacts,
): Outcome | undefined {
  const record = lost?.find(
    ({ kind }) => kind === '*' || evidence.includes(kind),
  );
  if (!record) return undefined;
  const what =
    record.kind === '*'
      ? 'The record of what was entered'
      : `Record ${record.id} of kind ${record.kind} was entered and`;
  return {
    verdict: 'invalid',
    reason: `${what} is ${record.state}; ask a platform engineer to restore it`,
  };
}

function distrust(
  check: LoadedCheck,
  records: PreparedRecord[],
  { options, nowMs }: PreparedFacts,
): Outcome | undefined {
  for (const { record, producedMs } of records) {
    if (record.invalid)
      return { verdict: 'invalid', reason: record.problems.join('; ') };
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
    if (!(producedMs - nowMs <= clockSkewMs))
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
  if (reviews.length < 2) return undefined;
  const people = new Set(reviews.map(({ by }) => by));
  return people.size === reviews.length
    ? undefined
    : {
        verdict: 'fail',
        reason: 'One person decided in two roles; each role needs another one',
      };
}

function judge(
  check: LoadedCheck,
  { records, reviews }: GatheredEvidence,
  { options }: PreparedFacts,
): Outcome {
  const unusable = records.find(({ record }) => !record.usable);
  const merged = mergeRecords(records);
  const lists = metricLists(check, merged.record);
  const little =
    unusable?.record.problems.join('; ') ??
    (reviews.length ? undefined : insufficiency(check, merged.record, lists));
  if (little !== undefined) return { verdict: 'insufficient', reason: little };
  const samePerson = onePersonInTwoRoles(reviews);
  if (samePerson) return samePerson;
  try {
    const passes = check.program(
      buildContext(check, merged, lists, reviews, options),
    );
    return { verdict: passes ? 'pass' : 'fail', passes };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      verdict: 'error',
      reason: `The rule can't be computed: ${message.split('\n')[0]}`,
    };
  }
}

function ageOf(
  records: PreparedRecord[],
  { nowMs }: PreparedFacts,
): number | undefined {
  if (!records.length) return undefined;
  let oldest = records[0].producedMs;
  for (const { producedMs } of records) oldest = Math.min(oldest, producedMs);
  return Math.floor((nowMs - oldest) / 1000);
}

function outcomeOf(
  check: LoadedCheck,
  gathered: GatheredEvidence,
  age: number | undefined,
  facts: PreparedFacts,
): Outcome {
  const lost = loss(check, facts);
  if (lost) return lost;
  if (gathered.missing)
    return { verdict: 'no_evidence', reason: gathered.missing };
  return (
    distrust(check, gathered.records, facts) ??
    staleness(check, age) ??
    judge(check, gathered, facts)
  );
}

/**
 * Decides one check: applies → evidence present → signature and digest → age →
 * n → CEL. The first that does not hold decides.
 */
export function decideCheck(
  check: LoadedCheck,
  facts: PreparedFacts,
): DecidedCheck {
  const severity = severityOf(check, facts.options.tier?.tier);
  const exempt = exemption(check, facts.options, facts.decided);
  if (exempt) return { verdict: 'not_applicable', reason: exempt, severity };
  const gathered = gatherEvidence(check, facts);
  const age = ageOf(gathered.records, facts);
  const { verdict, reason, passes } = outcomeOf(check, gathered, age, facts);
  return { verdict, reason, passes, severity, gathered, age };
}
