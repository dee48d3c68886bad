const dayMs = 86_400_000;

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** What the server takes without dates. */
const defaultDays = 30;

/** The last closed days in UTC, both ends included. */
export function spanOf(
  days: number,
  now: number = Date.now(),
): { from?: string; to?: string } {
  if (days === defaultDays) return {};
  return { from: toDay(now - days * dayMs), to: toDay(now - dayMs) };
}
