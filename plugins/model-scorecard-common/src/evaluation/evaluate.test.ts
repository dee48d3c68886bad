import { evidence, goodFacts, withRecord } from '../__testUtils__/facts';
import { EvidenceMetric } from '../evidence/EvidenceRecord';
import { evaluate } from './evaluate';
import { EvaluateOptions } from './EvaluateOptions';

function checkOf(id: string, over: Partial<EvaluateOptions>) {
  const card = evaluate(goodFacts(over));
  const check = card.checks.find(c => c.id === id);
  if (!check) throw new Error(`no check ${id}`);
  return { ...check, gate: card.gate };
}

const spd = evidence.fairness.metrics[0];

function fairnessOf(change: Partial<EvidenceMetric>) {
  const metrics = [{ ...spd, ...change }];
  return checkOf('fair.spd', { evidence: withRecord('fairness', { metrics }) });
}

describe('evaluate', () => {
  it('opens the gate when everything is proven, and names the evidence', () => {
    const card = evaluate(goodFacts());
    expect(card.gate).toEqual({
      environment: 'prod',
      state: 'open',
      blockers: [],
    });
    expect(card.counts).toEqual({ pass: 8 });
    for (const check of card.checks) expect(check.evidence).not.toEqual([]);
    expect(card.approvals.map(a => [a.role, a.decision])).toEqual([
      ['reviewer', 'approve'],
      ['ethics-reviewer', 'approve'],
    ]);
  });

  it('closes the gate by everything that is missing', () => {
    const card = evaluate(
      goodFacts({ evidence: [], reviews: [], tier: undefined }),
    );
    expect(card.gate.state).toBe('closed');
    expect(card.counts).toEqual({ no_evidence: 8 });
    expect(card.gate.blockers).toHaveLength(8);
    expect(card.tier).toBeUndefined();
    expect(card.approvals).toEqual([
      { role: 'reviewer' },
      { role: 'ethics-reviewer' },
    ]);
  });

  it('judges the edge of the interval, not the value', () => {
    expect(fairnessOf({ ci: { low: -0.12, high: 0.02 } })).toMatchObject({
      verdict: 'fail',
      value: -0.03,
      interval: { low: -0.12, high: 0.02 },
      bound: { low: -0.1, high: 0.1 },
      gate: { state: 'closed', blockers: ['fair.spd'] },
    });
  });

  it('shows the worst slice', () => {
    const better = { ...spd, value: 0, ci: { low: -0.01, high: 0.01 } };
    const metrics = [better, spd, { ...better, key: 'selection_rate' }];
    const check = checkOf('fair.spd', {
      evidence: withRecord('fairness', { metrics }),
    });
    expect(check.value).toBe(-0.03);
    expect(check.slices?.map(s => s.worst ?? false)).toEqual([false, true]);
  });

  it.each([
    ['no interval', { ci: undefined }, 'without an interval'],
    ['n too small', { n: 900 }, '1000 are asked for'],
    [
      'a small group',
      { slice: { ...spd.slice, nRef: 150 } },
      'at least 200 in each group',
    ],
    ['no groups', { slice: undefined }, 'at least 200 in each group'],
    ['another metric', { key: 'eod' }, 'no measurement of spd'],
  ])('is insufficient with %s', (_, change, reason) => {
    const check = fairnessOf(change);
    expect(check.verdict).toBe('insufficient');
    expect(check.reason).toContain(reason);
  });

  it('is stale by the date of production', () => {
    expect(
      checkOf('fair.spd', {
        evidence: withRecord('fairness', {
          producedAt: '2026-08-01T00:00:00.000Z',
        }),
      }),
    ).toMatchObject({ verdict: 'stale', maxAge: 90 * 86_400 });
  });

  it.each([
    [
      'another digest',
      'fairness',
      { subject: { ...evidence.card.subject, digest: 'sha256:0' } },
      'fair.spd',
    ],
    [
      'no signature',
      'signature',
      { trust: 'manual' as const },
      'prov.signature',
    ],
    [
      'a date in the future',
      'fairness',
      { producedAt: '2027-01-01T00:00:00.000Z' },
      'fair.spd',
    ],
  ])('is invalid with %s', (_, kind, change, id) => {
    expect(checkOf(id, { evidence: withRecord(kind, change) }).verdict).toBe(
      'invalid',
    );
  });

  it('is insufficient with a report that proves nothing', () => {
    const empty = { usable: false, problems: ['nothing was scanned'] };
    expect(
      checkOf('sec.vulns', { evidence: withRecord('vulnerabilities', empty) }),
    ).toMatchObject({
      verdict: 'insufficient',
      reason: 'nothing was scanned',
    });
  });

  it('is an error when the rule cannot be computed', () => {
    const claims = { databaseAt: 'last week' };
    expect(
      checkOf('sec.vulns', {
        evidence: withRecord('vulnerabilities', { claims }),
      }).verdict,
    ).toBe('error');
  });

  it('does not ask what a tier or an environment lets off', () => {
    const { tier } = goodFacts();
    const minimal = tier && { ...tier, tier: 'minimal' as const };
    const card = evaluate(goodFacts({ tier: minimal, reviews: [] }));
    expect(card.counts).toEqual({ pass: 6, not_applicable: 2 });
    expect(checkOf('hum.approval', { environment: 'dev' }).verdict).toBe(
      'not_applicable',
    );
    expect(checkOf('hum.approval', { environment: 'production' }).verdict).toBe(
      'no_evidence',
    );
  });

  it('applies the strictest reading without a registered tier', () => {
    const card = evaluate(goodFacts({ tier: undefined }));
    expect(card.gate.blockers).toEqual(['gov.tier']);
    expect(card.counts.not_applicable).toBeUndefined();
  });

  it('waives a waivable check for this digest and pack until the day', () => {
    const { pack, subject, tier } = goodFacts();
    const facts: Partial<EvaluateOptions> = {
      tier: tier && { ...tier, tier: 'limited' },
      evidence: Object.values(evidence).filter(r => r.kind !== 'card'),
      waivers: ['doc.card', 'fair.spd'].map(check => ({
        id: check,
        check,
        subjectDigest: subject.digest,
        packDigest: pack.digest,
        expiresAt: '2026-12-01T00:00:00.000Z',
        reason: 'being written',
      })),
    };
    expect(checkOf('doc.card', facts).verdict).toBe('waived');
    expect(
      checkOf('doc.card', { ...facts, now: '2026-12-01T00:00:00.000Z' })
        .verdict,
    ).toBe('no_evidence');
    const blocked = { ...facts, tier, evidence: [] };
    expect(checkOf('fair.spd', blocked).verdict).toBe('no_evidence');
  });

  it('does not let an unsigned upload displace a signed record', () => {
    const signed = { ...evidence.fairness, trust: 'signed' as const };
    const failing = {
      ...signed,
      metrics: [{ ...spd, ci: { low: -0.3, high: -0.2 } }],
    };
    const upload = {
      ...evidence.fairness,
      id: 'fairness-2',
      producedAt: '2026-11-20T00:00:00.000Z',
    };
    expect(
      checkOf('fair.spd', {
        evidence: [
          ...Object.values(evidence).filter(r => r.kind !== 'fairness'),
          upload,
          failing,
        ],
      }).verdict,
    ).toBe('fail');
  });
});
