/** Places that amounts are read to; clouds print up to twelve. */
const places = 12;

/** Amounts are whole numbers of this small part of a unit of the currency. */
export const partsPerUnit = 10n ** BigInt(places);
export const partsPerMicro = partsPerUnit / 1_000_000n;

const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/;

/**
 * Reads a decimal exactly, to twelve places; what is smaller is rounded half away
 * from zero. Undefined when the text is no number.
 */
export function readDecimal(text: string): bigint | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  if (!whole && !fraction) return undefined;
  const digits = BigInt(whole + fraction);
  const scale = places - fraction.length + Number(exponent);
  const value =
    scale >= 0 ? digits * 10n ** BigInt(scale) : roundOff(digits, -scale);
  return sign === '-' ? -value : value;
}

function roundOff(digits: bigint, count: number): bigint {
  const divisor = 10n ** BigInt(count);
  return (digits + divisor / 2n) / divisor;
}
