import ids from 'spdx-license-ids/index.json';

const known = new Set<string>(ids);

/** Whether a text is the identifier of one licence on SPDX's list. @public */
export function isSpdxId(text: string): boolean {
  return known.has(text);
}

const reference = /^(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$/;
const exception = /^[A-Za-z0-9.-]+$/;

function isSimple(token: string): boolean {
  return reference.test(token) || known.has(token.replace(/\+$/, ''));
}

/** Reads one licence or a bracket from the front; undefined when there is none. */
function takeTerm(tokens: string[]): string[] | undefined {
  const [first, ...rest] = tokens;
  if (first === '(') {
    const left = takeExpression(rest);
    return left?.[0] === ')' ? left.slice(1) : undefined;
  }
  if (first === undefined || !isSimple(first)) return undefined;
  if (rest[0] !== 'WITH') return rest;
  return exception.test(rest[1] ?? '') ? rest.slice(2) : undefined;
}

/** Reads terms that are joined, and gives what is left over. */
function takeExpression(tokens: string[]): string[] | undefined {
  let rest = takeTerm(tokens);
  while (rest && (rest[0] === 'AND' || rest[0] === 'OR'))
    rest = takeTerm(rest.slice(1));
  return rest;
}

/**
 * Whether a text is an SPDX licence expression: identifiers of the list or
 * `LicenseRef-…`, joined by `AND`, `OR` and `WITH`. Whether an exception is on
 * SPDX's list of exceptions is not looked at.
 *
 * @public
 */
export function isSpdxExpression(text: string): boolean {
  const tokens = text.match(/[()]|[^\s()]+/g);
  return tokens !== null && takeExpression(tokens)?.length === 0;
}
