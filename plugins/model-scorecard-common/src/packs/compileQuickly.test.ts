import { Environment } from '@marcbachmann/cel-js';
import fc from 'fast-check';
import { CheckContext, checkVariables } from './compileCheck';
import { compileQuickly } from './compileQuickly';

const environment = Object.entries(checkVariables).reduce(
  (known, [name, type]) => known.registerVariable(name, type),
  new Environment({ unlistedVariablesAreDyn: false }),
);

/** Values of every kind that claims can have, and some that make no sense. */
const anything = fc.oneof(
  fc.integer({ min: -2, max: 2 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom('MIT', 'x', ''),
  fc.array(fc.oneof(fc.constantFrom('MIT', 'x'), fc.constant(1)), {
    maxLength: 3,
  }),
);
const entry = fc.record(
  { value: anything, ciLow: anything, ciHigh: anything },
  { requiredKeys: [] },
);

const contexts: fc.Arbitrary<CheckContext> = fc.record({
  m: fc.record({ a: fc.array(entry, { maxLength: 3 }) }, { requiredKeys: [] }),
  c: fc.record({ a: anything, b: anything }, { requiredKeys: [] }),
  p: fc.record({ list: fc.constant(['MIT', 'x']) }),
  bound: fc.record(
    { low: fc.integer({ min: -2, max: 2 }), high: fc.double({ noNaN: true }) },
    { requiredKeys: [] },
  ),
  tier: fc.constantFrom('high', 'minimal'),
  environment: fc.constant('prod'),
  reviews: fc.array(
    fc.record({ role: fc.constant('reviewer'), decision: anything }),
    { maxLength: 2 },
  ),
  producedAt: fc.constant(new Date('2026-11-01T00:00:00.000Z')),
});

const expressions = [
  'tier in p.list || tier in ["high", "limited"]',
  'c.a in p.list && c.b in c.a',
  'c.a == c.b || c.a != "x"',
  'c.a',
  'c.a && (c.b || c.a)',
  'm.a.all(x, x.ciLow >= bound.low && x.ciHigh <= bound.high)',
  'm.a.all(x, x.value >= 1) && c.b > -1',
  'm.a.exists(x, c.a ? x.ciLow < 1.5 : x.ciHigh > c.b)',
  'm.a.all(x, m.a.exists(y, x.value <= y.value))',
  'm.a.all(x, c.a.exists(x, x in p.list) || x.value > 0)',
  'p.list.all(x, c.a.exists(y, y.contains(x)))',
  'c.a.all(x, x in p.list)',
  'reviews.all(r, r.decision == "x" || r.decision)',
];

describe('a quick expression', () => {
  it.each(expressions)('%s says what the interpreter says', expr => {
    const parsed = environment.parse(expr);
    expect(parsed.check().valid).toBe(true);
    const quickly = compileQuickly(parsed.ast);
    let answers = 0;
    fc.assert(
      fc.property(contexts, context => {
        const answer = quickly?.(context);
        if (typeof answer !== 'boolean') return;
        answers += 1;
        expect(answer).toBe(parsed(context));
      }),
      { numRuns: 2000 },
    );
    expect(answers).toBeGreaterThan(0);
  });

  it('leaves to the interpreter what it does not know', () => {
    for (const expr of ['producedAt > timestamp(c.at)', 'c.constructor == "x"'])
      expect(compileQuickly(environment.parse(expr).ast)).toBeUndefined();
  });
});
