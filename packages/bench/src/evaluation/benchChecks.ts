/** What the edges of every interval of a metric must stay within. */
export interface Limits {
  low?: number;
  high?: number;
}

/**
 * One check, told once. `toPack` writes it in CEL and `toRules` as a rule of the
 * rival, so that both decide the same.
 */
export interface BenchCheck {
  id: string;
  /** Kind of evidence, `registration` or `review`. */
  kind: string;
  metrics?: string[];
  limits?: Limits;
  /** Smallest sample in all, and in each group. */
  total?: number;
  perGroup?: number;
  maxAgeDays?: number;
  signed?: boolean;
  /** Tiers that it applies to; all when absent. */
  tiers?: string[];
  /** Claim that has to be true. */
  isTrue?: string;
  /** Claim whose every entry is on a list, or that names every entry of it. */
  list?: { claim: string; rule: 'everyIn' | 'namesEvery'; values: string[] };
}

const evaluation = { total: 1000, maxAgeDays: 180 };
const fairness = {
  kind: 'fairness',
  total: 1000,
  perGroup: 200,
  maxAgeDays: 90,
};
const robustness = { kind: 'robustness', total: 500, maxAgeDays: 180 };
const aboutPeople = ['high', 'limited'];

/** Thirty-one checks of a responsible-AI pack, by area. */
export const benchChecks: BenchCheck[] = [
  { id: 'gov.tier', kind: 'registration' },
  { id: 'gov.impact', kind: 'impact', isTrue: 'approved', tiers: ['high'] },
  {
    id: 'prov.signature',
    kind: 'signature',
    signed: true,
    metrics: ['artifacts'],
    limits: { low: 1 },
  },
  { id: 'prov.build', kind: 'build', signed: true, isTrue: 'builderAllowed' },
  {
    id: 'prov.mlbom',
    kind: 'mlbom',
    metrics: ['components'],
    limits: { low: 1 },
  },
  { id: 'data.lineage', kind: 'lineage', isTrue: 'complete' },
  {
    id: 'data.quality',
    kind: 'quality',
    metrics: ['failed'],
    limits: { high: 0 },
    total: 1,
    maxAgeDays: 90,
  },
  {
    id: 'perf.primary',
    kind: 'performance',
    metrics: ['roc_auc'],
    limits: { low: 0.8 },
    ...evaluation,
  },
  {
    id: 'perf.regression',
    kind: 'performance',
    metrics: ['change'],
    limits: { low: -0.01 },
    ...evaluation,
  },
  {
    id: 'perf.worst-slice',
    kind: 'performance',
    metrics: ['slice_ratio'],
    limits: { low: 0.9 },
    perGroup: 200,
    ...evaluation,
  },
  {
    id: 'perf.calibration',
    kind: 'performance',
    metrics: ['ece'],
    limits: { high: 0.05 },
    ...evaluation,
  },
  {
    id: 'fair.spd',
    metrics: ['spd'],
    limits: { low: -0.1, high: 0.1 },
    tiers: ['high'],
    ...fairness,
  },
  {
    id: 'fair.dir',
    metrics: ['dir'],
    limits: { low: 0.8, high: 1.25 },
    tiers: aboutPeople,
    ...fairness,
  },
  {
    id: 'fair.eod',
    metrics: ['eod'],
    limits: { low: -0.1, high: 0.1 },
    tiers: ['high'],
    ...fairness,
  },
  {
    id: 'fair.eqodds',
    metrics: ['eqodds'],
    limits: { high: 0.1 },
    tiers: aboutPeople,
    ...fairness,
  },
  {
    id: 'fair.mitigation',
    kind: 'mitigation',
    isTrue: 'residualRiskAccepted',
    tiers: aboutPeople,
  },
  {
    id: 'fair.drift',
    metrics: ['spd_change'],
    limits: { low: -0.05, high: 0.05 },
    tiers: aboutPeople,
    ...fairness,
  },
  {
    id: 'xai.global',
    kind: 'explanation',
    metrics: ['importances'],
    limits: { low: 1 },
    isTrue: 'proxiesNoted',
  },
  {
    id: 'xai.local',
    kind: 'explanation',
    metrics: ['local_stability'],
    limits: { low: 0.8 },
  },
  {
    id: 'rob.perturb',
    metrics: ['perturbed_ratio'],
    limits: { low: 0.9 },
    ...robustness,
  },
  {
    id: 'rob.adversarial',
    metrics: ['adversarial_ratio'],
    limits: { low: 0.7 },
    ...robustness,
  },
  {
    id: 'drift.input',
    kind: 'drift',
    metrics: ['psi', 'drifted_share'],
    limits: { high: 0.25 },
    total: 1000,
    maxAgeDays: 30,
  },
  {
    id: 'sec.vulns',
    kind: 'vulnerabilities',
    metrics: ['critical', 'fixable_high'],
    limits: { high: 0 },
    total: 1,
    maxAgeDays: 30,
  },
  {
    id: 'sec.format',
    kind: 'format',
    metrics: ['unsafe'],
    limits: { high: 0 },
    total: 1,
  },
  {
    id: 'lic.policy',
    kind: 'license',
    list: {
      claim: 'license',
      rule: 'everyIn',
      values: ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'CC-BY-4.0'],
    },
  },
  { id: 'priv.record', kind: 'privacy', isTrue: 'assessed' },
  {
    id: 'doc.card',
    kind: 'card',
    list: {
      claim: 'headings',
      rule: 'namesEvery',
      values: ['intended use', 'limits', 'data', 'metrics', 'owner'],
    },
  },
  { id: 'hum.approval', kind: 'review', tiers: ['high', 'general', 'limited'] },
  { id: 'ops.readiness', kind: 'operations', isTrue: 'ready' },
  {
    id: 'llm.redteam',
    kind: 'redteam',
    metrics: ['attack_success'],
    limits: { high: 0.05 },
    total: 200,
    perGroup: 200,
  },
  {
    id: 'llm.disclosure',
    kind: 'disclosure',
    isTrue: 'marked',
    tiers: ['general', 'limited'],
  },
];

/** Roles that have to approve, by tier. */
export const approvingRoles: Record<string, string[]> = {
  high: ['reviewer', 'ethics-reviewer'],
  general: ['reviewer'],
  limited: ['reviewer'],
};

/** Tiers that a model may have to be let through. */
export const allowedTiers = ['high', 'general', 'limited', 'minimal'];
