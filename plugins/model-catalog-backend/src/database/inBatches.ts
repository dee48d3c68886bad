/** Rows per statement: SQLite takes 500 selects in one insert, and 32,766 bindings. */
const batchSize = 200;

/** Calls `write` with one batch after the other; gives the number of all items. */
export async function inBatches<T>(
  items: readonly T[],
  write: (batch: T[]) => Promise<unknown>,
): Promise<number> {
  for (let start = 0; start < items.length; start += batchSize)
    await write(items.slice(start, start + batchSize));
  return items.length;
}
