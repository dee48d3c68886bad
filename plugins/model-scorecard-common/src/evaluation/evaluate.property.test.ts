import fc from 'fast-check';
import {
  evidence,
  goodFacts,
  now,
  registration,
  review,
} from '../__testUtils__/facts';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { riskTiers } from '../packs/CheckPack';
import { decide, evaluate, isSatisfied } from './evaluate';
import { EvaluateOptions } from './EvaluateOptions';

const day = 86_400_000;

function older(at: string, days: number): string {
  return new Date(Date.parse(at) - days * day).toISOString();
}

const ratio = fc.double({ min: -0.2, max: 0.2, noNaN: true });
const size = fc.integer({ min: 0, max: 3000 });
const ageInDays = fc.integer({ min: 0, max: 200 });

const fairness: fc.Arbitrary<EvidenceRecord> = fc
  .record({
    value: ratio,
    width: fc.double({ min: 0, max: 0.1, noNaN: true }),
    n: size,
    group: size,
  })
  .map(({ value, width, n, group }) => ({
    ...evidence.fairness,
    metrics: [
      {
        key: 'spd',
        value,
        n,
        ci: { low: value - width, high: value + width },
        slice: { attr: 'sex', group: 'F', ref: 'M', n: group, nRef: n },
      },
    ],
  }));

const vulnerabilities: fc.Arbitrary<EvidenceRecord> = fc
  .record({ critical: fc.nat(1), high: fc.nat(1), usable: fc.boolean() })
  .map(({ critical, high, usable }) => ({
    ...evidence.vulnerabilities,
    usable,
    problems: usable ? [] : ['nothing was scanned'],
    metrics: [
      { key: 'critical', value: critical, n: 41 },
      { key: 'fixable_high', value: high, n: 41 },
    ],
  }));

const recordOfEachKind = fc
  .tuple(
    fairness,
    vulnerabilities,
    fc.array(ageInDays, { minLength: 6, maxLength: 6 }),
  )
  .map(([fair, vulns, ages]) =>
    [
      evidence.signature,
      evidence.performance,
      evidence.license,
      evidence.card,
      fair,
      vulns,
    ].map((record, index) => ({
      ...record,
      producedAt: older(now, ages[index]),
    })),
  );

const facts: fc.Arbitrary<EvaluateOptions> = fc
  .record({
    evidence: recordOfEachKind.chain(records => fc.subarray(records)),
    tier: fc.option(
      fc.constantFrom(...riskTiers).map(tier => ({ ...registration, tier })),
      { nil: undefined },
    ),
    decisions: fc.array(
      fc.constantFrom(
        'approve' as const,
        'reject' as const,
        'request_changes' as const,
      ),
      { minLength: 2, maxLength: 2 },
    ),
    environment: fc.constantFrom('dev', 'staging', 'prod'),
  })
  .map(({ decisions, ...rest }) =>
    goodFacts({
      ...rest,
      reviews: ['reviewer', 'ethics-reviewer'].map((role, index) =>
        review({ role, decision: decisions[index] }),
      ),
    }),
  );

function satisfiedIds(options: EvaluateOptions): Set<string> {
  const { checks } = evaluate(options);
  return new Set(checks.filter(isSatisfied).map(({ id }) => id));
}

function expectNoBetter(worse: EvaluateOptions, than: EvaluateOptions) {
  const before = satisfiedIds(than);
  for (const id of satisfiedIds(worse)) expect(before).toContain(id);
  if (evaluate(than).gate.state === 'closed')
    expect(evaluate(worse).gate.state).toBe('closed');
}

describe('evaluate, for any facts', () => {
  it('is never improved by deleting evidence', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (options, seed) => {
        const kept = options.evidence.filter(
          (_, i) => Math.floor(seed / 2 ** i) % 2,
        );
        expectNoBetter({ ...options, evidence: kept }, options);
      }),
      { numRuns: 3000 },
    );
  });

  it('is never improved by ageing evidence', () => {
    fc.assert(
      fc.property(facts, fc.nat(5), ageInDays, (options, index, days) => {
        const aged = options.evidence.map((record, i) =>
          i === index && record.kind !== 'vulnerabilities'
            ? { ...record, producedAt: older(record.producedAt, days) }
            : record,
        );
        expectNoBetter({ ...options, evidence: aged }, options);
        const later = new Date(Date.parse(now) + days * day).toISOString();
        expectNoBetter({ ...options, now: later }, options);
      }),
      { numRuns: 3000 },
    );
  });

  it('is never improved by losing the tier or an approval', () => {
    fc.assert(
      fc.property(facts, options => {
        const blockers = evaluate({ ...options, tier: undefined }).gate
          .blockers;
        expect(blockers).toContain('gov.tier');
        const approvals = options.reviews.filter(r => r.decision === 'approve');
        const reviews = options.reviews.filter(r => r !== approvals[0]);
        expectNoBetter({ ...options, reviews }, options);
      }),
      { numRuns: 1000 },
    );
  });

  it('names evidence for every pass and does not depend on the order', () => {
    fc.assert(
      fc.property(facts, options => {
        const card = evaluate(options);
        for (const check of card.checks)
          if (check.verdict === 'pass')
            expect(check.evidence.length).toBeGreaterThan(0);
        const turned = {
          ...options,
          evidence: [...options.evidence].reverse(),
        };
        expect(evaluate(turned)).toEqual(card);
      }),
      { numRuns: 1000 },
    );
  });

  it('explains exactly what decide decides', () => {
    fc.assert(
      fc.property(facts, options => {
        const { checks, gate } = evaluate(options);
        expect(decide(options)).toEqual({
          gate,
          checks: checks.map(({ id, severity, verdict }) => ({
            id,
            severity,
            verdict,
          })),
        });
      }),
      { numRuns: 1000 },
    );
  });
});
