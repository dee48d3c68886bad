/**
 * One place of a document that can't be accepted.
 *
 * @public
 */
export interface FieldProblem {
  /** JSON Pointer. */
  path: string;
  message: string;
}

/**
 * JSON Pointer (RFC 6901) of a path of keys and indexes.
 *
 * @public
 */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path
    .map(key => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`)
    .join('');
}
