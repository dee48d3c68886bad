const everyMs = 25;
const megabyte = 1024 * 1024;

/** Runs something, and gives by how many MB the process grew meanwhile, at most. */
export async function peakMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; addedMb: number }> {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, everyMs);
  try {
    const result = await work();
    return { result, addedMb: (peak - before) / megabyte };
  } finally {
    clearInterval(timer);
  }
}
