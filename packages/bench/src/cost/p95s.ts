import { percentile } from '../scale/percentile';

const warmUpRounds = 10;

/** A question; told how often it was asked before. */
export type Ask = (round: number) => Promise<unknown>;

/** p95 in ms of each question; they are asked in turn, so that all meet the same conditions. */
export async function p95s(rounds: number, asks: Ask[]): Promise<number[]> {
  const took = asks.map((): number[] => []);
  const before = Math.min(warmUpRounds, rounds);
  for (let round = 0; round < before + rounds; round += 1)
    for (const [index, ask] of asks.entries()) {
      const started = performance.now();
      await ask(round);
      if (round >= before) took[index].push(performance.now() - started);
    }
  return took.map(times => percentile(times, 0.95));
}

export async function p95(rounds: number, ask: Ask): Promise<number> {
  const [only] = await p95s(rounds, [ask]);
  return only;
}
