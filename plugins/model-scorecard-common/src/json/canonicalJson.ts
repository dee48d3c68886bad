import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/**
 * JSON with sorted keys and no white space, so that equal values have equal
 * bytes. Members that are `undefined` are left out.
 *
 * @throws TypeError for a number that is not finite
 * @public
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`${value} has no JSON form`);
  if (Array.isArray(value))
    return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/**
 * `sha256:<hex>` of a text in UTF-8 or of bytes. Runs in the browser too.
 *
 * @public
 */
export function sha256Digest(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
  return `sha256:${bytesToHex(sha256(bytes))}`;
}

/**
 * `sha256:<hex>` of the {@link canonicalJson} of a value.
 *
 * @public
 */
export function digestOf(value: unknown): string {
  return sha256Digest(canonicalJson(value));
}
