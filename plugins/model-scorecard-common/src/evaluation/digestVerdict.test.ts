import { Scorecard } from '../api/ScorecardApi';
import { digestVerdict } from './digestVerdict';

const scorecard = {
  subject: { ref: 'model:default/m', version: '7', digest: 'sha256:0' },
  pack: { id: 'default', version: '1', digest: 'sha256:1' },
  evaluatedAt: '2026-11-20T00:00:00Z',
  gate: { environment: 'prod', state: 'closed', blockers: ['b', 'a'] },
  counts: {},
  checks: [
    { id: 'a', verdict: 'fail', evidence: ['e2', 'e1'], reason: 'x' },
    { id: 'b', verdict: 'no_evidence', evidence: [], reason: 'y' },
  ],
  approvals: [],
} as unknown as Scorecard;

describe('digestVerdict', () => {
  const digest = digestVerdict(scorecard);

  it('does not change with time, words and order', () => {
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(
      digestVerdict({
        ...scorecard,
        evaluatedAt: '2026-11-21T00:00:00Z',
        gate: { ...scorecard.gate, blockers: ['a', 'b'] },
        checks: scorecard.checks
          .map(check => ({ ...check, reason: 'z' }))
          .reverse(),
      } as Scorecard),
    ).toBe(digest);
  });

  it.each([
    ['subject', { subject: { ...scorecard.subject, digest: 'sha256:2' } }],
    ['pack', { pack: { ...scorecard.pack, digest: 'sha256:2' } }],
    ['environment', { gate: { ...scorecard.gate, environment: 'dev' } }],
    ['gate', { gate: { ...scorecard.gate, state: 'open' } }],
    ['tier', { tier: 'high' }],
    ['checks', { checks: scorecard.checks.slice(1) }],
    [
      'evidence',
      { checks: scorecard.checks.map(c => ({ ...c, evidence: ['e9'] })) },
    ],
  ])('changes with the %s', (_, change) => {
    expect(digestVerdict({ ...scorecard, ...change } as Scorecard)).not.toBe(
      digest,
    );
  });
});
