import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { riskTiers } from '../packs/CheckPack';
import { loadPack } from '../packs/loadPack';
import { factsOfFixture } from '../packs/packFixtures';
import { decide, Decision, isSatisfied } from './evaluate';
import { EvaluateOptions, LostRecord } from './EvaluateOptions';

jest.setTimeout(300_000);

type Of<TArbitrary> = TArbitrary extends fc.Arbitrary<infer T> ? T : never;

const cases = 100_000;
const day = 86_400_000;
const pack = loadPack(
  readFileSync(
    resolve(__dirname, '../../../../examples/packs/default.yaml'),
    'utf8',
  ),
);

const situations = pack.fixtures.map(fixture => {
  const facts = factsOfFixture(pack, fixture);
  if ('message' in facts) throw new Error(facts.message);
  return facts;
});
const [{ now, subject }] = situations;

/** What every kind of evidence may look like, good and bad. */
const known = situations.flatMap(({ evidence }) => evidence);
const pool = [...new Set(known.map(({ kind }) => kind))].map(kind =>
  known.filter(record => record.kind === kind),
);

const twist = fc.record({
  age: fc.integer({ min: 0, max: 500 }),
  trust: fc.constantFrom('signed' as const, 'oidc' as const, 'manual' as const),
  usable: fc.constantFrom(true, true, true, false),
  shift: fc.constantFrom(0, 0, 0, 0.02, -0.02, 0.2, -0.2, 1),
  isForeign: fc.constantFrom(false, false, false, false, true),
});

function twisted(
  record: EvidenceRecord,
  { age, trust, usable, shift, isForeign }: Of<typeof twist>,
  id: string,
): EvidenceRecord {
  return {
    ...record,
    id,
    trust,
    usable: record.usable && usable,
    problems: usable ? record.problems : ['proves nothing'],
    subject: isForeign ? { ...subject, digest: 'sha256:other' } : subject,
    producedAt: new Date(Date.parse(now) - age * day).toISOString(),
    metrics: record.metrics.map(metric => ({
      ...metric,
      value: metric.value + shift,
      ...(metric.ci && {
        ci: {
          ...metric.ci,
          low: metric.ci.low + shift,
          high: metric.ci.high + shift,
        },
      }),
    })),
  };
}

/** Up to three runs of some kinds. */
const evidence = fc
  .array(fc.tuple(fc.nat(pool.length - 1), fc.nat(99), twist), {
    maxLength: 24,
  })
  .map(picks =>
    picks.map(([kind, which, change], index) => {
      const records = pool[kind];
      return twisted(records[which % records.length], change, `e${index}`);
    }),
  );

const reviews = fc.subarray(
  ['reviewer', 'ethics-reviewer'].flatMap(role =>
    (['approve', 'reject'] as const).map((decision, i) => ({
      id: `r-${role}-${i}`,
      subject,
      role,
      decision,
      environment: 'prod',
      comment: 'read',
      by: `user:default/${role}`,
      at: new Date(Date.parse(now) - (i + 1) * day).toISOString(),
    })),
  ),
);

const facts: fc.Arbitrary<EvaluateOptions> = fc.record({
  pack: fc.constant(pack),
  subject: fc.constant(subject),
  now: fc.constant(now),
  evidence,
  reviews,
  environment: fc.constantFrom('dev', 'prod'),
  tier: fc.option(
    fc
      .record({
        tier: fc.constantFrom(...riskTiers),
        personalData: fc.constantFrom(undefined, true, false),
      })
      .map(said => ({
        ...said,
        id: 'registration',
        ref: subject.ref,
        purpose: 'any',
        by: 'user:default/registrar',
        at: now,
      })),
    { nil: undefined },
  ),
});

/** Harm that is done to what the store holds; it knows what it had entered. */
const harm = fc.record({
  days: fc.integer({ min: 0, max: 800 }),
  removed: fc.array(fc.nat(23), { maxLength: 4 }),
  changed: fc.array(fc.nat(23), { maxLength: 2 }),
  reviews: fc.array(fc.nat(3), { maxLength: 2 }),
  tier: fc.constantFrom(false, false, false, true),
});

function harmed(
  options: EvaluateOptions,
  by: Of<typeof harm>,
): EvaluateOptions {
  const lost: LostRecord[] = [];
  const lose = (id: string, kind: string, state: LostRecord['state']) => {
    lost.push({ id, kind, state });
    return false;
  };
  const kept = options.evidence.filter(({ id, kind }, i) => {
    if (by.removed.includes(i)) return lose(id, kind, 'gone');
    return by.changed.includes(i) ? lose(id, kind, 'changed') : true;
  });
  const keptReviews = options.reviews.filter(({ id }, i) =>
    by.reviews.includes(i) ? lose(id, 'review', 'gone') : true,
  );
  if (by.tier && options.tier) lose('registration', 'registration', 'gone');
  return {
    ...options,
    evidence: kept,
    reviews: keptReviews,
    tier: by.tier ? undefined : options.tier,
    lost,
    now: new Date(Date.parse(options.now) + by.days * day).toISOString(),
  };
}

function improvements(before: Decision, after: Decision): string[] {
  const satisfied = new Set(before.checks.filter(isSatisfied).map(c => c.id));
  const better = after.checks
    .filter(isSatisfied)
    .map(({ id }) => id)
    .filter(id => !satisfied.has(id));
  if (before.gate.state === 'closed' && after.gate.state === 'open')
    better.push('the gate');
  return better;
}

describe('deleting, ageing or corrupting evidence', () => {
  it(`never improves a verdict of the default pack, in ${cases} cases`, () => {
    const passed = new Set<string>();
    fc.assert(
      fc.property(facts, harm, (options, by) => {
        const before = decide(options);
        for (const check of before.checks)
          if (check.verdict === 'pass') passed.add(check.id);
        expect(improvements(before, decide(harmed(options, by)))).toEqual([]);
      }),
      { numRuns: cases },
    );
    // Random facts that never pass anything would prove nothing.
    expect(passed.size).toBe(pack.checks.length);
  });

  it('never improves one by making the only record of each kind older', () => {
    fc.assert(
      fc.property(facts, fc.nat(500), (options, days) => {
        const only = [
          ...new Map(options.evidence.map(r => [r.kind, r])).values(),
        ];
        const older = only.map(record => ({
          ...record,
          producedAt: new Date(
            Date.parse(record.producedAt) - days * day,
          ).toISOString(),
        }));
        const before = decide({ ...options, evidence: only });
        const after = decide({ ...options, evidence: older });
        expect(improvements(before, after)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });
});
