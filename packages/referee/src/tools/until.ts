import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is an answer; throws naming what was waited
 * for when none comes in time.
 */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) {
      throw new Error(`${what}: not within ${seconds} s`);
    }
    await sleep(100);
  }
}
