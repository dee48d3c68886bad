import { JsonArray } from '@backstage/types';
import { InvalidFieldsError } from '../router/InvalidFieldsError';

/**
 * Packs the sort key of a page's last row into an opaque cursor.
 *
 * @public
 */
export function encodeCursor(key: JsonArray): string {
  return Buffer.from(JSON.stringify(key), 'utf8').toString('base64url');
}

/**
 * Reads a cursor of {@link encodeCursor}; undefined for no cursor.
 *
 * @param length - number of elements that the key must have
 * @throws InvalidFieldsError for a cursor that we did not hand out
 * @public
 */
export function decodeCursor(
  cursor: string | undefined,
  length: number,
): (string | number | null)[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    const isScalar = (value: unknown): value is string | number | null =>
      value === null || ['string', 'number'].includes(typeof value);
    if (Array.isArray(key) && key.length === length && key.every(isScalar))
      return key;
  } catch {
    // Falls through: whatever is wrong with it, the answer is the same.
  }
  throw new InvalidFieldsError([
    {
      path: '/query/cursor',
      message: 'not a cursor of this list; start again without one',
    },
  ]);
}
