/** A time as `2026-11-12 09:30`, in UTC; columns say so. */
export function formatTime(time: string | undefined): string | undefined {
  if (time === undefined) return undefined;
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? time
    : date.toISOString().slice(0, 16).replace('T', ' ');
}

/** A measured value with six digits at most. */
export function formatNumber(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(Number(value.toPrecision(6)));
}

/** The same with its sign, for a difference. */
export function formatChange(value: number | undefined): string | undefined {
  const text = formatNumber(value);
  return value !== undefined && value > 0 ? `+${text}` : text;
}

/** A digest with the first twelve characters of its value. */
export function formatDigest(digest: string): string {
  const [, algorithm, value] = /^([a-z0-9]+:)?(.*)$/s.exec(digest) ?? [];
  return `${algorithm ?? ''}${(value ?? digest).slice(0, 12)}`;
}

/** A Model's ref without its kind, which the commands don't need. */
export function formatModel(ref: string): string {
  return ref.replace(/^model:/, '');
}
