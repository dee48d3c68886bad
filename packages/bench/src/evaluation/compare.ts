import { median } from '../report/median';
import { benchChecks } from './benchChecks';

/** Ids of the checks that pass, one list a version. */
export type Passing = string[][];

/** Decides every check of every version. */
export type Evaluator = () => Passing | Promise<Passing>;

/** What came of running two evaluators in turns. */
export interface Comparison {
  ours: number;
  theirs: number;
  decisions: number;
  passes: number;
}

/** Throws naming the first check on which the two disagree; counts the passes. */
function assertSame(ours: Passing, rival: Passing): number {
  let passes = 0;
  ours.forEach((passing, index) => {
    for (const { id } of benchChecks) {
      const one = passing.includes(id);
      const other = rival[index].includes(id);
      if (one !== other)
        throw new Error(
          `${id} of version ${index + 1}: ours says ${one}, the rival ${other}`,
        );
    }
    passes += passing.length;
  });
  return passes;
}

/** Garbage of the round before is not on this one's bill. */
async function time(evaluator: Evaluator): Promise<number> {
  globalThis.gc?.({ type: 'minor', execution: 'sync' });
  const started = performance.now();
  await evaluator();
  return performance.now() - started;
}

/** Runs both once to see that they agree, then in turns, and takes the medians. */
export async function compare(
  ours: Evaluator,
  rival: Evaluator,
  rounds: number,
): Promise<Comparison> {
  const first = await ours();
  const passes = assertSame(first, await rival());
  const times = { ours: [] as number[], rival: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await time(ours));
    times.rival.push(await time(rival));
  }
  return {
    ours: median(times.ours),
    theirs: median(times.rival),
    decisions: first.length * benchChecks.length,
    passes,
  };
}
