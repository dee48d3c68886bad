import {
  CheckDefinition,
  CheckSeverity,
  RiskTier,
  riskTiers,
} from '../packs/CheckPack';

/**
 * Why a check does not apply; undefined when it does. Without a registered tier
 * the strictest reading holds: every check applies.
 */
export function exemption(
  check: CheckDefinition,
  tier: RiskTier | undefined,
  environment: string,
): string | undefined {
  const { tier: tiers, notInEnvironment } = check.applies ?? {};
  if (notInEnvironment?.includes(environment))
    return `Not asked for in ${environment}`;
  if (tiers && tier && !tiers.includes(tier))
    return `Asked for in tier ${tiers.join(', ')}; this model is in tier ${tier}`;
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
