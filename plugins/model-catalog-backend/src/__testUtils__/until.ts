import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds, and gives up after a time. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  mostMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + mostMs;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`This did not come to hold: ${holds}`);
    await wait(20);
  }
}
