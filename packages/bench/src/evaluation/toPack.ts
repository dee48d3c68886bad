import { CheckPack, loadPack } from '@modelyard/plugin-model-scorecard-common';
import { stringify } from 'yaml';
import { allowedTiers, approvingRoles, BenchCheck } from './benchChecks';

function withinLimits(
  metric: string,
  { low, high }: { low?: number; high?: number },
): string {
  const edges = [
    ...(low === undefined ? [] : ['x.ciLow >= bound.low']),
    ...(high === undefined ? [] : ['x.ciHigh <= bound.high']),
  ];
  return `m.${metric}.all(x, ${edges.join(' && ')})`;
}

/** What is left of a check for CEL when `evaluate` has done the rest. */
export function toExpression({
  kind,
  metrics = [],
  limits = {},
  isTrue,
  list,
}: BenchCheck): string {
  if (kind === 'registration') return 'tier in p.allowed';
  if (kind === 'review') return 'reviews.all(r, r.decision == "approve")';
  if (list?.rule === 'everyIn') return `c.${list.claim}.all(x, x in p.allowed)`;
  if (list) return `p.required.all(x, x in c.${list.claim})`;
  return [
    ...metrics.map(metric => withinLimits(metric, limits)),
    ...(isTrue ? [`c.${isTrue}`] : []),
  ].join(' && ');
}

/** Lists that the expression names. */
export function toParams({ kind, list }: BenchCheck): object | undefined {
  if (kind === 'registration') return { allowed: allowedTiers };
  if (!list) return undefined;
  return list.rule === 'everyIn'
    ? { allowed: list.values }
    : { required: list.values };
}

function toCheck(check: BenchCheck): object {
  const {
    id,
    kind,
    metrics,
    limits,
    total,
    perGroup,
    maxAgeDays,
    signed,
    tiers,
  } = check;
  const claims = [check.isTrue, check.list?.claim].filter(Boolean);
  return {
    id,
    area: id.split('.')[0],
    title: id,
    rule: `The rule of ${id} in words.`,
    evidence: kind,
    severity: 'blocker',
    applies: tiers && { tier: tiers },
    trust: signed ? 'signed' : undefined,
    metrics,
    claims: claims.length ? claims : undefined,
    minN: total || perGroup ? { total, perGroup } : undefined,
    maxAge: maxAgeDays ? `${maxAgeDays}d` : undefined,
    bound: limits,
    params: toParams(check),
    roles: kind === 'review' ? approvingRoles : undefined,
    expr: toExpression(check),
    controls: [],
    remedy: `What to do about ${id}.`,
  };
}

/** The checks as a check pack, through the loader that reads packs in YAML. */
export function toPack(checks: BenchCheck[]): CheckPack {
  return loadPack(
    stringify(
      {
        apiVersion: 'modelyard.io/v1alpha1',
        kind: 'CheckPack',
        id: 'bench',
        version: '1',
        title: 'Checks of the bench',
        checks: checks.map(toCheck),
      },
      { aliasDuplicateObjects: false },
    ),
  );
}
