import {
  Scorecard,
  ScorecardApproval,
  ScorecardCheck,
} from '../api/ScorecardApi';
import { exemption, requiredRoles } from './applicability';
import { decideCheck } from './decideCheck';
import { evaluateCheck, waiverOf } from './evaluateCheck';
import { EvaluateOptions } from './EvaluateOptions';
import { PreparedFacts } from './PreparedFacts';
import { arrangeFacts } from './arrangeFacts';

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
  checks: Pick<ScorecardCheck, 'id' | 'severity' | 'verdict'>[],
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

function approvalsOf({
  options,
  reviews,
  decided,
}: PreparedFacts): ScorecardApproval[] {
  const roles = options.pack.checks
    .filter(check => !exemption(check, options, decided))
    .flatMap(check => requiredRoles(check, options.tier?.tier));
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
  const facts = arrangeFacts(options);
  const { pack, subject, environment, now } = options;
  const checks = pack.checks.map(check => {
    const evaluated = evaluateCheck(check, facts);
    facts.decided.set(check.id, evaluated.verdict);
    return evaluated;
  });
  return {
    subject,
    pack: { id: pack.id, version: pack.version, digest: pack.digest },
    evaluatedAt: now,
    tier: facts.options.tier?.tier,
    gate: gateOf(environment, checks),
    counts: countVerdicts(checks),
    checks,
    approvals: approvalsOf(facts),
    redated: checks.some(check => check.redated) || undefined,
  };
}

/**
 * What {@link decide} says: the verdict of every check, and the gate.
 *
 * @public
 */
export interface Decision {
  checks: Pick<ScorecardCheck, 'id' | 'severity' | 'verdict'>[];
  gate: Scorecard['gate'];
}

/**
 * The verdicts of {@link evaluate} without reasons, values and slices, for
 * asking the gate of many versions; several times faster. Both decide by the
 * same code.
 *
 * @public
 */
export function decide(options: EvaluateOptions): Decision {
  const facts = arrangeFacts(options);
  const checks = options.pack.checks.map(check => {
    const decided = decideCheck(check, facts);
    const waiver = waiverOf(check, decided, facts);
    const verdict = waiver ? ('waived' as const) : decided.verdict;
    facts.decided.set(check.id, verdict);
    return { id: check.id, severity: decided.severity, verdict };
  });
  return { checks, gate: gateOf(options.environment, checks) };
}
