/**
 * Micros as a decimal number with six places, such as `12.340000`: exact, for
 * files that other programs read.
 *
 * @public
 */
export function microsToDecimal(micros: number): string {
  const digits = Math.abs(micros).toString().padStart(7, '0');
  const sign = micros < 0 ? '-' : '';
  return `${sign}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

/**
 * Relative change in per cent, rounded to whole ones; undefined where the base
 * is not positive, as no percentage says anything then.
 *
 * @public
 */
export function percentChange(
  now: number,
  before: number | undefined,
): number | undefined {
  if (before === undefined || before <= 0) return undefined;
  return Math.round(((now - before) / before) * 100);
}
