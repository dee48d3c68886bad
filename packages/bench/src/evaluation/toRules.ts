import { Engine, RuleProperties, NestedCondition } from 'json-rules-engine';
import { allowedTiers, approvingRoles, BenchCheck } from './benchChecks';

const daySeconds = 86_400;
const skewSeconds = 5 * 60;

function equal(fact: string, value: unknown): NestedCondition {
  return { fact, operator: 'equal', value };
}

function atLeast(fact: string, value: number | undefined): NestedCondition[] {
  return value === undefined
    ? []
    : [{ fact, operator: 'greaterThanInclusive', value }];
}

function atMost(fact: string, value: number | undefined): NestedCondition[] {
  return value === undefined
    ? []
    : [{ fact, operator: 'lessThanInclusive', value }];
}

function isIn(tiers: string[]): NestedCondition {
  return { fact: 'tier', operator: 'in', value: tiers };
}

/** Holds for each entry of a fact that is a list; not when there is no list. */
function every(conditions: NestedCondition[]): NestedCondition[] {
  return conditions.map(condition =>
    'operator' in condition
      ? { ...condition, operator: `everyFact:${condition.operator}` }
      : condition,
  );
}

function aboutEvidence({
  kind,
  signed,
  maxAgeDays,
}: BenchCheck): NestedCondition[] {
  return [
    equal(`${kind}.digest`, { fact: 'digest' }),
    ...atLeast(`${kind}.age`, -skewSeconds),
    ...(signed ? [equal(`${kind}.trust`, 'signed')] : []),
    ...atMost(`${kind}.age`, maxAgeDays && maxAgeDays * daySeconds),
  ];
}

function aboutSize({
  kind,
  metrics = [],
  total,
  perGroup,
}: BenchCheck): NestedCondition[] {
  return metrics.flatMap(metric =>
    every([
      ...atLeast(`${kind}.${metric}.n`, total),
      ...atLeast(`${kind}.${metric}.smallestGroup`, perGroup),
    ]),
  );
}

/** What the expression of a check asks. */
function aboutContent(check: BenchCheck): NestedCondition[] {
  const { kind, metrics = [], limits = {}, isTrue, list } = check;
  if (kind === 'registration') return [isIn(allowedTiers)];
  if (kind === 'review') return every([equal('decisions', 'approve')]);
  return [
    ...metrics.flatMap(metric =>
      every([
        ...atLeast(`${kind}.${metric}.ciLow`, limits.low),
        ...atMost(`${kind}.${metric}.ciHigh`, limits.high),
      ]),
    ),
    ...(isTrue ? [equal(`${kind}.${isTrue}`, true)] : []),
    ...(list
      ? [
          {
            fact: `${kind}.${list.claim}`,
            operator:
              list.rule === 'everyIn' ? 'everyFact:in' : 'everyValue:contains',
            value: list.values,
          },
        ]
      : []),
  ];
}

/** Each tier with the roles that it asks for. */
function approved(): NestedCondition {
  return {
    any: Object.entries(approvingRoles).map(([tier, roles]) => ({
      all: [
        equal('tier', tier),
        { fact: 'approved', operator: 'everyValue:contains', value: roles },
      ],
    })),
  };
}

/** All that makes a check pass, also what is asked before its expression. */
function aboutAll(check: BenchCheck): NestedCondition[] {
  const applies = check.tiers ? [isIn(check.tiers)] : [];
  if (check.kind === 'registration') return aboutContent(check);
  if (check.kind === 'review') return [...applies, approved()];
  return [
    ...applies,
    ...aboutEvidence(check),
    ...aboutSize(check),
    ...aboutContent(check),
  ];
}

/**
 * The checks as rules of json-rules-engine: one engine for every version, and
 * rules that are data, as checks in CEL are: operators and decorators that the
 * engine brings, none of our own.
 *
 * @param part - all of a check, or only what its expression asks
 */
export function toEngine(
  checks: BenchCheck[],
  part: 'all' | 'expression',
): Engine {
  const about = part === 'all' ? aboutAll : aboutContent;
  const rules: RuleProperties[] = checks.map(check => ({
    name: check.id,
    conditions: { all: about(check) },
    event: { type: check.id },
  }));
  return new Engine(rules, { allowUndefinedFacts: true });
}
