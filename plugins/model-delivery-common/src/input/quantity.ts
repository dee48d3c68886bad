const binary: Record<string, number> = {
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};
const decimal: Record<string, number> = {
  '': 1,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
};

/**
 * Parses a Kubernetes quantity such as `500m`, `1.5` or `1Gi`.
 *
 * @returns its value in the base unit (cores, bytes), or undefined when it is
 *   none. Exponents and suffixes beyond tera are not accepted.
 *
 * @public
 */
export function parseQuantity(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,9})?)(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/.exec(text);
  if (!match) return undefined;
  const suffix = match[2] ?? '';
  const factor = binary[suffix] ?? decimal[suffix];
  return Number(match[1]) * factor;
}
