import { setImmediate as turn } from 'node:timers/promises';

/**
 * Prepares the next item while the one before is dealt with; the order stays. What
 * goes wrong in preparing an item is thrown when it would be its turn.
 */
export async function* oneAhead<TItem, TReady>(
  items: AsyncIterable<TItem>,
  prepare: (item: TItem) => Promise<TReady>,
): AsyncGenerator<TReady> {
  const iterator = items[Symbol.asyncIterator]();
  const take = async () => {
    const { done, value } = await iterator.next();
    return done ? undefined : { ready: await prepare(value) };
  };
  let next = take();
  try {
    for (;;) {
      const taken = await next;
      if (!taken) return;
      next = take();
      next.catch(() => undefined);
      // SQLite never waits for anything: others have their turn here.
      await turn();
      yield taken.ready;
    }
  } finally {
    // Not waited for: what is being prepared may hang.
    iterator.return?.(undefined).catch(() => undefined);
  }
}
