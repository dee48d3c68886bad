import { goodFacts, now, withRecord } from '../__testUtils__/facts';
import { evaluate } from './evaluate';
import { EvaluateOptions } from './EvaluateOptions';
import { nextDue, scorecardChanges } from './scorecardChanges';

function changes(over: Partial<EvaluateOptions>) {
  return scorecardChanges(evaluate(goodFacts()), evaluate(goodFacts(over)));
}

const fails = [
  {
    key: 'spd',
    value: 0.3,
    n: 6000,
    ci: { low: 0.2, high: 0.4 },
    slice: { attr: 'sex', group: 'F', ref: 'M', n: 3000, nRef: 3000 },
  },
];

describe('scorecardChanges', () => {
  it('names nothing when nothing changed, and everything the first time', () => {
    expect(changes({})).toEqual([]);
    const first = scorecardChanges(undefined, evaluate(goodFacts()));
    expect(first).toHaveLength(8);
    expect(first[0]).toEqual({ check: 'gov.tier', to: 'pass', cause: 'first' });
  });

  it('tells evidence, age, tier and pack apart', () => {
    const evidence = withRecord('fairness', { id: 'f2', metrics: fails });
    expect(changes({ evidence })).toEqual([
      { check: 'fair.spd', from: 'pass', to: 'fail', cause: 'evidence' },
    ]);
    expect(changes({ now: '2027-02-20T00:00:00.000Z' })).toContainEqual({
      check: 'fair.spd',
      from: 'pass',
      to: 'stale',
      cause: 'age',
    });
    expect(changes({ tier: undefined })).toContainEqual({
      check: 'gov.tier',
      from: 'pass',
      to: 'no_evidence',
      cause: 'tier',
    });
    const { pack } = goodFacts();
    const checks = pack.checks.slice(1);
    expect(changes({ pack: { ...pack, digest: 'sha256:2', checks } })).toEqual([
      { check: 'gov.tier', from: 'pass', to: undefined, cause: 'pack' },
    ]);
  });

  it('knows when time alone will change the result', () => {
    const card = evaluate(goodFacts());
    const due = nextDue(card) ?? '';
    const later = (ms: number) =>
      evaluate(
        goodFacts({ now: new Date(Date.parse(due) + ms).toISOString() }),
      );
    expect(scorecardChanges(card, later(-2000))).toEqual([]);
    expect(scorecardChanges(card, later(0)).length).toBeGreaterThan(0);
    expect(nextDue({ evaluatedAt: now, checks: [] })).toBeUndefined();
  });
});
