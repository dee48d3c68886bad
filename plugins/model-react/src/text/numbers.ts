/**
 * A measured value: up to four places, or its exponent when it is tiny or huge.
 *
 * @public
 */
export function formatMetric(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size < 0.0001 || size >= 1e9))
    return value.toExponential(2);
  return new Intl.NumberFormat('en', {
    maximumFractionDigits: size >= 1000 ? 1 : 4,
  }).format(value);
}

/**
 * A difference with its sign.
 *
 * @public
 */
export function formatChange(change: number): string {
  if (change === 0) return '±0';
  return `${change > 0 ? '+' : '−'}${formatMetric(Math.abs(change))}`;
}

/**
 * Bytes in decimal units: `1.9 kB`.
 *
 * @public
 */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(
    units.length - 1,
    bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3),
  );
  const amount = bytes / 1000 ** power;
  return `${new Intl.NumberFormat('en', { maximumSignificantDigits: 3 }).format(amount)} ${units[power]}`;
}
