import { matrixCases } from '../planner';
import { chooseCases } from './planned';

describe('the sample of plans', () => {
  const cases = matrixCases();

  it('has as many of each runtime, from all over its list', () => {
    const chosen = chooseCases(cases, 5);
    const runtimes = new Set(cases.map(c => c.key));
    expect(chosen).toHaveLength(5 * runtimes.size);
    for (const key of runtimes) {
      const all = cases.filter(c => c.key === key);
      const places = chosen
        .filter(c => c.key === key)
        .map(c => all.indexOf(c) / all.length);
      expect(new Set(places).size).toBe(5);
      expect(Math.max(...places)).toBeGreaterThan(0.7);
    }
  });

  it('is everything when more is asked for than there is', () => {
    expect(chooseCases(cases, 10_000)).toEqual(cases);
  });
});
