import {
  Scorecard,
  ScorecardApproval,
  ScorecardCheck,
} from '../api/ScorecardApi';
import { exemption, requiredRoles } from './applicability';
import { evaluateCheck } from './evaluateCheck';
import { EvaluateOptions } from './EvaluateOptions';
import { countingRecords, countingReviews } from './gatherEvidence';

const satisfying = new Set(['pass', 'waived', 'not_applicable']);

/**
 * Whether a check lets a version through: only a pass, a waiver in force and a
 * check that does not apply do.
 *
 * @public
 */
export function isSatisfied(check: Pick<ScorecardCheck, 'verdict'>): boolean {
  return satisfying.has(check.verdict);
}

/**
 * The gate of an environment: closed by every blocker that is not satisfied.
 *
 * @public
 */
export function gateOf(
  environment: string,
  checks: ScorecardCheck[],
): Scorecard['gate'] {
  const blockers = checks
    .filter(check => check.severity === 'blocker' && !isSatisfied(check))
    .map(({ id }) => id);
  return { environment, state: blockers.length ? 'closed' : 'open', blockers };
}

function countVerdicts(checks: ScorecardCheck[]): Scorecard['counts'] {
  const counts: Scorecard['counts'] = {};
  for (const { verdict } of checks)
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

function approvalsOf(
  options: EvaluateOptions,
  reviews: ReturnType<typeof countingReviews>,
): ScorecardApproval[] {
  const tier = options.tier?.tier;
  const roles = options.pack.checks
    .filter(check => !exemption(check, tier, options.environment))
    .flatMap(check => requiredRoles(check, tier));
  return [...new Set(roles)].map(role => {
    const review = reviews.get(role);
    if (!review) return { role };
    const { id, decision, by, at } = review;
    return { role, review: id, decision, by, at };
  });
}

/**
 * Evaluates every check of a pack for one version and environment. Pure: the
 * same facts and the same `now` give the same scorecard, in a backend, a pipeline
 * and a browser. Missing evidence never passes, and nothing averages a failure
 * away: the gate is closed by each blocker on its own.
 *
 * @public
 */
export function evaluate(options: EvaluateOptions): Scorecard {
  const counting = {
    records: countingRecords(options),
    reviews: countingReviews(options),
  };
  const { pack, subject, environment, tier, now } = options;
  const checks = pack.checks.map(check =>
    evaluateCheck(check, options, counting),
  );
  return {
    subject,
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    evaluatedAt: now,
    tier: tier?.tier,
    gate: gateOf(environment, checks),
    counts: countVerdicts(checks),
    checks,
    approvals: approvalsOf(options, counting.reviews),
    redated: checks.some(check => check.redated) || undefined,
  };
}
