import { CelInput, run } from '@bufbuild/cel';
import fc from 'fast-check';
import { evidence, goodFacts } from '../__testUtils__/facts';
import { CheckContext } from './compileCheck';

const { pack } = goodFacts();

function exprOf(id: string): string {
  const check = pack.checks.find(c => c.id === id);
  if (!check) throw new Error(`no check ${id}`);
  // bufbuild has no JavaScript Date; a time becomes text on both sides.
  return check.expr.replace(/\bproducedAt\b/g, 'timestamp(producedText)');
}

/** Objects with a prototype: bufbuild knows no others. */
function plain(value: object): Record<string, CelInput> {
  return JSON.parse(JSON.stringify(value));
}

function secondOpinion(id: string, context: CheckContext): boolean {
  const { producedAt, ...rest } = context;
  const answer: unknown = run(
    exprOf(id),
    plain({ ...rest, producedText: producedAt.toISOString() }),
  );
  if (typeof answer !== 'boolean') throw new Error(`${id}: ${answer}`);
  return answer;
}

function firstOpinion(id: string, context: CheckContext): boolean {
  const check = pack.checks.find(c => c.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return check.program(context);
}

const number = fc.double({
  min: -1,
  max: 1,
  noNaN: true,
  noDefaultInfinity: true,
});
const entry = fc.record({ value: number, ciLow: number, ciHigh: number });
const entries = fc.array(entry, { minLength: 1, maxLength: 4 });

const contexts: fc.Arbitrary<CheckContext> = fc.record({
  m: fc.record({
    spd: entries,
    primary: entries,
    artifacts: entries,
    critical: entries,
    fixable_high: entries,
  }),
  c: fc.record({
    license: fc.array(fc.constantFrom('MIT', 'GPL-3.0-only', 'NOASSERTION'), {
      minLength: 1,
    }),
    present: fc.boolean(),
    headings: fc.subarray([
      'intended use',
      'limits',
      'data',
      'metrics',
      'owner and contact',
    ]),
    higherIsBetter: fc.boolean(),
    databaseAt: fc.constantFrom(
      '2026-10-24T00:00:00Z',
      '2026-10-25T00:00:00Z',
      '2026-10-30T12:00:00+02:00',
    ),
  }),
  p: fc.constant({}),
  bound: fc.record({ low: number, high: number }),
  tier: fc.constantFrom('prohibited', 'high', 'limited', 'unregistered'),
  environment: fc.constant('prod'),
  reviews: fc.array(
    fc.record({
      role: fc.constant('reviewer'),
      decision: fc.constantFrom('approve', 'reject'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  producedAt: fc.constant(new Date(evidence.vulnerabilities.producedAt)),
});

describe('expressions of the default pack', () => {
  it.each(pack.checks.map(({ id }) => id))(
    '%s means the same to two engines',
    id => {
      const params = pack.checks.find(c => c.id === id)?.params ?? {};
      fc.assert(
        fc.property(contexts, context => {
          const filled = { ...context, p: params };
          expect(firstOpinion(id, filled)).toBe(secondOpinion(id, filled));
        }),
        { numRuns: 200 },
      );
    },
  );
});
