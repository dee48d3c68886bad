import { Engine, RuleProperties } from 'json-rules-engine';
import {
  allowedTiers,
  approvingRoles,
  BenchCheck,
  Limits,
} from './benchChecks';
import { Measurement } from './toRivalFacts';

type Condition = { fact: string; operator: string; value: unknown };

const daySeconds = 86_400;
const skewSeconds = 5 * 60;

function aboutEvidence({ kind, signed, maxAgeDays }: BenchCheck): Condition[] {
  return [
    { fact: `${kind}.digest`, operator: 'equal', value: { fact: 'digest' } },
    {
      fact: `${kind}.age`,
      operator: 'greaterThanInclusive',
      value: -skewSeconds,
    },
    ...(signed
      ? [{ fact: `${kind}.trust`, operator: 'equal', value: 'signed' }]
      : []),
    ...(maxAgeDays
      ? [
          {
            fact: `${kind}.age`,
            operator: 'lessThanInclusive',
            value: maxAgeDays * daySeconds,
          },
        ]
      : []),
  ];
}

function aboutContent(check: BenchCheck): Condition[] {
  const { kind, metrics = [], limits, total, perGroup, isTrue, list } = check;
  return [
    ...metrics.flatMap(metric => [
      {
        fact: `${kind}.${metric}`,
        operator: 'measuredOn',
        value: { total, perGroup },
      },
      { fact: `${kind}.${metric}`, operator: 'within', value: limits },
    ]),
    ...(isTrue
      ? [{ fact: `${kind}.${isTrue}`, operator: 'equal', value: true }]
      : []),
    ...(list
      ? [
          {
            fact: `${kind}.${list.claim}`,
            operator: list.rule,
            value: list.values,
          },
        ]
      : []),
  ];
}

function toConditions(check: BenchCheck): Condition[] {
  const tiers = check.tiers
    ? [{ fact: 'tier', operator: 'in', value: check.tiers }]
    : [];
  if (check.kind === 'registration')
    return [{ fact: 'tier', operator: 'in', value: allowedTiers }];
  if (check.kind === 'review')
    return [
      ...tiers,
      { fact: 'approved', operator: 'approvedFor', value: { fact: 'tier' } },
    ];
  return [...tiers, ...aboutEvidence(check), ...aboutContent(check)];
}

function isList<T>(value: T[] | undefined): value is T[] {
  return Array.isArray(value) && value.length > 0;
}

/** The checks as rules of json-rules-engine: one engine for every version. */
export function toEngine(checks: BenchCheck[]): Engine {
  const rules: RuleProperties[] = checks.map(check => ({
    name: check.id,
    conditions: { all: toConditions(check) },
    event: { type: check.id },
  }));
  const engine = new Engine(rules, { allowUndefinedFacts: true });
  engine.addOperator(
    'within',
    (
      list: Measurement[] | undefined,
      { low = -Infinity, high = Infinity }: Limits,
    ) => isList(list) && list.every(x => x.ciLow >= low && x.ciHigh <= high),
  );
  engine.addOperator(
    'measuredOn',
    (
      list: Measurement[] | undefined,
      { total = 0, perGroup = 0 }: { total?: number; perGroup?: number },
    ) =>
      isList(list) &&
      list.every(x => x.n >= total && x.smallestGroup >= perGroup),
  );
  engine.addOperator(
    'everyIn',
    (list: string[] | undefined, allowed: string[]) =>
      isList(list) && list.every(x => allowed.includes(x)),
  );
  engine.addOperator(
    'namesEvery',
    (list: string[] | undefined, required: string[]) =>
      isList(list) && required.every(x => list.includes(x)),
  );
  engine.addOperator('approvedFor', (roles: string[], tier: string) =>
    (approvingRoles[tier] ?? ['nobody']).every(role => roles.includes(role)),
  );
  return engine;
}
