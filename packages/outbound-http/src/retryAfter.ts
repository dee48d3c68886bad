/** `r=0;t=55` of the RateLimit header, as Hugging Face sends it. */
function resetOf(rateLimit: string): number | undefined {
  const left = /\br=(\d+)/.exec(rateLimit)?.[1];
  const seconds = /\bt=(\d+)/.exec(rateLimit)?.[1];
  return left === '0' && seconds !== undefined ? Number(seconds) : undefined;
}

/**
 * How long the other side asks to be left alone: `Retry-After` in seconds or as
 * a date, else the reset of an exhausted `RateLimit`.
 *
 * @returns milliseconds; undefined when it doesn't say
 */
export function retryAfterMs(
  headers: { get(name: string): string | null },
  now: number = Date.now(),
): number | undefined {
  const after = headers.get('retry-after')?.trim();
  if (after && /^\d+$/.test(after)) return Number(after) * 1000;
  const date = after ? Date.parse(after) : NaN;
  if (!Number.isNaN(date)) return Math.max(0, date - now);
  const seconds = resetOf(headers.get('ratelimit') ?? '');
  return seconds === undefined ? undefined : seconds * 1000;
}
