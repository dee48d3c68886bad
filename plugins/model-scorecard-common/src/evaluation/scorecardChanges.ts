import { Scorecard, ScorecardCheck } from '../api/ScorecardApi';

/**
 * Why a verdict came out differently: another version of the check pack, another
 * tier, other evidence or reviews, or only the time that has passed.
 *
 * @public
 */
export type ChangeCause = 'first' | 'pack' | 'tier' | 'evidence' | 'age';

/**
 * One check whose verdict differs from the result before.
 *
 * @public
 */
export interface ScorecardChange {
  check: string;
  /** Absent for a check that there was not before. */
  from?: ScorecardCheck['verdict'];
  /** Absent for a check that there is no more. */
  to?: ScorecardCheck['verdict'];
  cause: ChangeCause;
}

/**
 * What {@link scorecardChanges} compares of a result.
 *
 * @public
 */
export type ComparedScorecard = Pick<Scorecard, 'pack' | 'tier'> & {
  checks: Pick<ScorecardCheck, 'id' | 'verdict' | 'evidence'>[];
};

function sameIds(left: string[] = [], right: string[] = []): boolean {
  return left.length === right.length && left.every(id => right.includes(id));
}

function causeOf(
  before: ComparedScorecard | undefined,
  after: ComparedScorecard,
  id: string,
): ChangeCause {
  if (!before) return 'first';
  if (before.pack.digest !== after.pack.digest) return 'pack';
  if (before.tier !== after.tier) return 'tier';
  const evidenceOf = (card: ComparedScorecard) =>
    card.checks.find(check => check.id === id)?.evidence;
  return sameIds(evidenceOf(before), evidenceOf(after)) ? 'age' : 'evidence';
}

/**
 * The verdicts that differ between two results of a version and environment, and
 * why.
 *
 * @public
 */
export function scorecardChanges(
  before: ComparedScorecard | undefined,
  after: ComparedScorecard,
): ScorecardChange[] {
  const old = new Map(before?.checks.map(({ id, verdict }) => [id, verdict]));
  const now = new Map(after.checks.map(({ id, verdict }) => [id, verdict]));
  return [...new Set([...now.keys(), ...old.keys()])]
    .filter(check => old.get(check) !== now.get(check))
    .map(check => ({
      check,
      from: old.get(check),
      to: now.get(check),
      cause: causeOf(before, after, check),
    }));
}

/**
 * When a result may change by time alone: the first evidence grows stale, or what
 * is dated in the future arrives. UTC ISO 8601; undefined when nothing will.
 *
 * @public
 */
export function nextDue({
  evaluatedAt,
  checks,
}: Pick<Scorecard, 'evaluatedAt' | 'checks'>): string | undefined {
  const now = Date.parse(evaluatedAt);
  const times = checks.flatMap(({ producedAt, maxAge }) => {
    if (producedAt === undefined) return [];
    const produced = Date.parse(producedAt);
    return maxAge === undefined
      ? [produced]
      : [produced, produced + (maxAge + 1) * 1000];
  });
  const due = Math.min(...times.filter(time => time > now));
  return Number.isFinite(due) ? new Date(due).toISOString() : undefined;
}
