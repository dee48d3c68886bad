import { formatMoney } from '@modelyard/plugin-model-react';

/** From the least to the most, with the currency once. */
export function formatRange(low: number, high: number, currency: string) {
  const from = formatMoney(low, currency);
  const to = formatMoney(high, currency).slice(currency.length + 1);
  return low === high ? from : `${from}–${to}`;
}
