import { matrixCases } from '../planner';
import { chooseCases } from './planned';

const cases = matrixCases();
const runtimes = [...new Set(cases.map(c => c.key))];

const choicesOf = (list: typeof cases) =>
  new Set(list.flatMap(c => Object.entries(c.choice).map(String)));

describe('the sample of plans', () => {
  it('has every choice of every runtime, in few plans', () => {
    const chosen = chooseCases(cases, 1);
    expect(chosen.length).toBeLessThan(cases.length / 2);
    for (const key of runtimes) {
      const of = (list: typeof cases) => list.filter(c => c.key === key);
      expect(choicesOf(of(chosen))).toEqual(choicesOf(of(cases)));
    }
  });

  it('has as many plans of each runtime as are asked for', () => {
    const chosen = chooseCases(cases, 20);
    expect(new Set(chosen).size).toBe(20 * runtimes.length);
    expect(choicesOf(chosen)).toEqual(choicesOf(cases));
  });

  it('is everything when more is asked for than there is', () => {
    expect(chooseCases(cases, 10_000)).toEqual(cases);
  });
});
