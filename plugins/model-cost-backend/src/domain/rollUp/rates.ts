import { Day } from '../days';

/** From a day on, one unit of a currency is worth this much of the reporting one. */
export interface Rate {
  currency: string;
  from: Day;
  /** As a fraction, so that nothing is rounded before it is applied. */
  numerator: bigint;
  denominator: bigint;
}

const decimal = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

/** Reads a decimal such as `1.0825`. Undefined when it is none above zero. */
export function toFraction(
  text: string,
): Pick<Rate, 'numerator' | 'denominator'> | undefined {
  const match = decimal.exec(text);
  if (!match) return undefined;
  const [, whole, places = ''] = match;
  const numerator = BigInt(whole + places);
  if (numerator === 0n) return undefined;
  return { numerator, denominator: 10n ** BigInt(places.length) };
}

/** The rate that holds on a day: the latest that had begun. */
export function rateOn(
  rates: readonly Rate[],
  currency: string,
  day: Day,
): Rate | undefined {
  let latest: Rate | undefined;
  for (const rate of rates) {
    if (rate.currency !== currency || rate.from > day) continue;
    if (!latest || rate.from > latest.from) latest = rate;
  }
  return latest;
}
