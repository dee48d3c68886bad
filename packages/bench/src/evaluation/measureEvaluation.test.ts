import { benchChecks } from './benchChecks';
import { measureEvaluation, measureExpressions } from './measureEvaluation';

describe.each([
  ['rules', measureExpressions],
  ['evaluation', measureEvaluation],
])('the measure of %s', (_, measure) => {
  it('compares the same 31 decisions, of which some pass and some do not', async () => {
    const { note = '' } = await measure({ versions: 60, rounds: 1 });
    const [said, passed] = [...note.matchAll(/(\d+) times/g)].map(m =>
      Number(m[1]),
    );
    expect(said).toBe(31 * 60);
    expect(benchChecks).toHaveLength(31);
    expect(passed).toBeGreaterThan(said / 10);
    expect(passed).toBeLessThan((said * 9) / 10);
  });
});
