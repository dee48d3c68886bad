import { benchChecks } from './benchChecks';
import { measureEvaluation } from './measureEvaluation';

describe('measureEvaluation', () => {
  it('compares the same 31 decisions, of which some pass and some do not', async () => {
    const { note = '' } = await measureEvaluation({ versions: 60, rounds: 1 });
    const [said, passed] = [...note.matchAll(/(\d+) times/g)].map(m =>
      Number(m[1]),
    );
    expect(said).toBe(31 * 60);
    expect(benchChecks).toHaveLength(31);
    expect(passed).toBeGreaterThan(said / 10);
    expect(passed).toBeLessThan((said * 9) / 10);
  });
});
