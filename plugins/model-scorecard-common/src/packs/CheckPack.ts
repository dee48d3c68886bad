import { RiskTier, riskTiers } from '@modelyard/plugin-model-catalog-common';
import { CheckProgram } from './compileCheck';
import { PackFixture } from './packSchema';

export { riskTiers };
export type { RiskTier };

/** Whether a failed check closes the gate, or can be waived. @public */
export type CheckSeverity = 'blocker' | 'waivable';

/**
 * Severity of a check: one for all, or by tier.
 *
 * @public
 */
export type SeverityRule =
  | CheckSeverity
  | ({ otherwise: CheckSeverity } & Partial<Record<RiskTier, CheckSeverity>>);

/**
 * What the edges of an interval must stay within: numbers, or a target that the
 * evidence declares in two of its claims.
 *
 * @public
 */
export type CheckBound =
  | { low?: number; high?: number }
  | { targetClaim: string; higherIsBetterClaim: string };

/**
 * One rule of a check pack as it is written in YAML, with durations in seconds.
 *
 * @public
 */
export interface CheckDefinition {
  id: string;
  area: string;
  title: string;
  /** The rule in words. */
  rule: string;
  /** Kinds of evidence, all of which it needs, or `registration`, or `review`. */
  evidence: string[];
  severity: SeverityRule;
  applies?: {
    /** Registered tiers; a model without a tier gets every check. */
    tier?: RiskTier[];
    /** Environments that are let off; unknown ones never are. */
    notInEnvironment?: string[];
    /** Only models made from personal data; lets off those registered without. */
    personalData?: true;
    /** Earlier checks; lets off where all of them pass or don't apply. */
    unlessPass?: string[];
  };
  /** `signed`: the evidence must be signed by a configured producer. */
  trust?: 'signed';
  /** Metrics that must be there; `@primary` is the one that the claim `primary` names. */
  metrics: string[];
  /** Claims that must be there, and not empty. */
  claims: string[];
  /** Attributes for which the metrics must be sliced. */
  attributes: string[];
  /** Whether each metric must come with an interval. */
  interval: 'required' | 'optional';
  minN?: { total?: number; perGroup?: number };
  /** Seconds. */
  maxAge?: number;
  bound?: CheckBound;
  /** Values for the expression, as `p`. */
  params: Record<string, unknown>;
  /** Roles that must approve, by tier; only with evidence `review`. */
  roles?: Partial<Record<RiskTier, string[]>>;
  /** CEL; true means pass. */
  expr: string;
  /** Sentences for a pass and a fail; `{c.x}` stands for claim x. */
  reasons: { pass?: string; fail?: string };
  controls: string[];
  /** What to do when it doesn't pass. */
  remedy: string;
}

/**
 * A check with its compiled expression.
 *
 * @public
 */
export interface LoadedCheck extends CheckDefinition {
  program: CheckProgram;
}

/**
 * A check pack that was loaded: digest is that of the canonical JSON of its YAML.
 *
 * @public
 */
export interface CheckPack {
  id: string;
  version: string;
  title: string;
  description?: string;
  digest: string;
  checks: LoadedCheck[];
  /** Facts with the verdicts that must come of them. */
  fixtures: PackFixture[];
}

/**
 * What is wrong with a pack, and where.
 *
 * @public
 */
export interface PackProblem {
  /** JSON Pointer into the pack. */
  path: string;
  /** Line of the YAML, from 1. */
  line?: number;
  message: string;
}
