import { microsToDecimal } from '@modelyard/plugin-model-cost-common';

/** An amount with its currency and two places, such as `12.34 USD`; four below 1. */
export function formatMoney(
  micros: number | undefined,
  currency: string,
): string | undefined {
  if (micros === undefined) return undefined;
  const places = Math.abs(micros) < 1e6 && micros !== 0 ? 4 : 2;
  const unit = 10 ** (6 - places);
  const rounded = Math.round(micros / unit) * unit;
  return `${microsToDecimal(rounded).slice(0, places - 6)} ${currency}`;
}

/** A share as whole per cents; undefined where there is none. */
export function formatShare(share: number): string | undefined {
  return Number.isFinite(share) ? `${Math.round(share * 100)} %` : undefined;
}
