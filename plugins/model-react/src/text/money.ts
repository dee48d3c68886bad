/**
 * Integer micro-units as money: `USD 412`. Three significant places unless
 * `exact`, then to the cent (or smaller where there is less than a cent).
 *
 * @public
 */
export function formatMoney(
  micros: number,
  currency: string,
  options?: { exact?: boolean },
): string {
  const amount = micros / 1_000_000;
  const precision = options?.exact
    ? {
        minimumFractionDigits: 2,
        maximumFractionDigits: amount !== 0 && Math.abs(amount) < 0.01 ? 6 : 2,
      }
    : { maximumSignificantDigits: 3 };
  return `${currency} ${new Intl.NumberFormat('en', precision).format(amount)}`;
}
