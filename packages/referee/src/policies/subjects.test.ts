import { celVerdict, CelPolicy, objectAt, policiesFor } from '../planner';
import { controlOf, fixturesOf, isConcerned } from './subjects';

const files = policiesFor();

describe('subjects', () => {
  it('are the samples beside the policies', () => {
    const fixtures = fixturesOf(files);
    const bad = fixtures.filter(({ expected }) => expected.length > 0);
    expect(bad.map(({ name, expected }) => [name, expected])).toContainEqual([
      'bad-limits',
      ['limits'],
    ]);
    expect(fixtures.length).toBeGreaterThan(bad.length);
    expect(fixtures.map(f => f.object).every(isConcerned(files))).toBe(true);
  });

  it('are no concern of the policies without their kind or labels', () => {
    const concerned = isConcerned(files);
    const [{ object }] = fixturesOf(files);
    expect(concerned({ ...object, kind: 'ConfigMap' })).toBe(false);
    const bare = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'bare' } };
    expect(concerned(bare)).toBe(false);
  });

  it('break one rule as controls', () => {
    const policy = objectAt<CelPolicy>(
      files,
      'policies/admission-policy/policy.yaml',
    );
    const good = fixturesOf(files).filter(f => f.expected.length === 0);
    expect(good.length).toBeGreaterThan(0);
    for (const fixture of good) {
      const { object, expected } = controlOf(fixture);
      expect(celVerdict(policy, fixture.object)).toEqual([]);
      expect(celVerdict(policy, object)).toEqual(expected);
    }
  });
});
