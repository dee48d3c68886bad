/** The Hub's own names of licences that SPDX spells otherwise. */
const spdx: Record<string, string> = {
  'apache-2.0': 'Apache-2.0',
  mit: 'MIT',
  'bsd-2-clause': 'BSD-2-Clause',
  'bsd-3-clause': 'BSD-3-Clause',
  'cc0-1.0': 'CC0-1.0',
  'cc-by-4.0': 'CC-BY-4.0',
  'cc-by-sa-4.0': 'CC-BY-SA-4.0',
  'cc-by-nc-4.0': 'CC-BY-NC-4.0',
  'cc-by-nc-sa-4.0': 'CC-BY-NC-SA-4.0',
  'cc-by-nc-nd-4.0': 'CC-BY-NC-ND-4.0',
  'gpl-3.0': 'GPL-3.0-only',
  'lgpl-3.0': 'LGPL-3.0-only',
  'agpl-3.0': 'AGPL-3.0-only',
  'mpl-2.0': 'MPL-2.0',
  'ecl-2.0': 'ECL-2.0',
  isc: 'ISC',
  unlicense: 'Unlicense',
  zlib: 'Zlib',
  wtfpl: 'WTFPL',
};

/**
 * The SPDX expression of a licence of the Hub. What SPDX does not list, such as
 * `llama3.1` or `openrail`, becomes a `LicenseRef-`; `unknown` and `other`
 * without a name are no licence.
 */
export function toSpdx(
  license: string | undefined,
  name?: string | null,
): string | undefined {
  const key = license?.trim().toLowerCase();
  if (!key || key === 'unknown') return undefined;
  if (Object.hasOwn(spdx, key)) return spdx[key];
  const named = key === 'other' ? name?.trim() : key;
  const id = named?.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^-+|-+$/g, '');
  return id ? `LicenseRef-${id}` : undefined;
}
