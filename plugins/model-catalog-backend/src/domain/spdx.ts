import ids from 'spdx-license-ids/index.json';

const known = new Set<string>(ids);

/** Whether a text is the identifier of one licence on SPDX's list. */
export function isSpdxId(text: string): boolean {
  return known.has(text);
}
