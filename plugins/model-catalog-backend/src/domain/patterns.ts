import { minimatch } from 'minimatch';

/** Whether a value fits a pattern with `*`, `**` and `?`; case counts. */
export function fits(value: string, pattern: string): boolean {
  return minimatch(value, pattern, { dot: true, nocomment: true });
}

/** Whether a value fits one of the patterns. */
export function fitsAny(value: string, patterns: readonly string[]): boolean {
  return patterns.some(pattern => fits(value, pattern));
}
