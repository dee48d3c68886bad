import { ScorecardCheck } from '../api/ScorecardApi';
import {
  CheckDefinition,
  CheckSeverity,
  RiskTier,
  riskTiers,
} from '../packs/CheckPack';
import { EvaluateOptions } from './EvaluateOptions';

/** What decides whether a check applies. */
type Situation = Pick<EvaluateOptions, 'tier' | 'environment'>;

type Verdicts = ReadonlyMap<string, ScorecardCheck['verdict']>;

function holds(verdict: ScorecardCheck['verdict'] | undefined): boolean {
  return verdict === 'pass' || verdict === 'not_applicable';
}

/**
 * Why a check does not apply; undefined when it does. Without a registered tier
 * the strictest reading holds: every check applies.
 *
 * @param decided - verdicts of the checks before it in the pack
 */
export function exemption(
  check: CheckDefinition,
  { tier: registered, environment }: Situation,
  decided: Verdicts,
): string | undefined {
  const { applies } = check;
  if (!applies) return undefined;
  const { tier: tiers, notInEnvironment, personalData, unlessPass } = applies;
  const tier = registered?.tier;
  if (notInEnvironment?.includes(environment))
    return `Not asked for in ${environment}`;
  if (tiers && tier && !tiers.includes(tier))
    return `Asked for in tier ${tiers.join(', ')}; this model is in tier ${tier}`;
  if (personalData && registered?.personalData === false)
    return 'Asked for with personal data; this model is registered without';
  if (unlessPass?.every(id => holds(decided.get(id))))
    return `Asked for only where one of ${unlessPass.join(', ')} does not pass`;
  return undefined;
}

/** Severity in a tier; without a tier the strictest that the check knows. */
export function severityOf(
  { severity }: CheckDefinition,
  tier: RiskTier | undefined,
): CheckSeverity {
  if (typeof severity === 'string') return severity;
  if (tier) return severity[tier] ?? severity.otherwise;
  return Object.values(severity).includes('blocker') ? 'blocker' : 'waivable';
}

/** Roles that must approve in a tier; without a tier all that the check knows. */
export function requiredRoles(
  { roles = {} }: CheckDefinition,
  tier: RiskTier | undefined,
): string[] {
  if (tier) return roles[tier] ?? [];
  return [...new Set(riskTiers.flatMap(name => roles[name] ?? []))];
}
