import { InvalidArgumentError } from 'commander';

/** Reads a whole number between two bounds. */
export function wholeNumber(least: number, most: number) {
  return (text: string): number => {
    const value = /^\d+$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `Write a whole number from ${least} to ${most}.`,
    );
  };
}
