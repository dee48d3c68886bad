import { stripSecrets } from '../text/stripSecrets';
import { error, pointer, RegistrationFinding } from './findings';

/** Fields that may have several lines. */
const longFields = new Set(['/description', '/intendedUse', '/outOfScopeUse']);

// Control characters, unpaired surrogates, line and paragraph separators,
// direction overrides, byte order marks and non-characters: none belongs into
// text, and readers of YAML disagree on several of them.
const unprintable =
  /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

function checkString(text: string, field: string): RegistrationFinding[] {
  const isLong = longFields.has(field);
  if (unprintable.test(isLong ? text.replace(/[\n\t]/g, ' ') : text))
    return [
      error(
        field,
        isLong
          ? 'must be plain text without control characters; remove them'
          : 'must be one line without control characters; remove them',
      ),
    ];
  if (text.includes('${{'))
    return [error(field, 'must not contain "${{", which starts an expression')];
  if (stripSecrets(text) !== text)
    return [
      error(
        field,
        'looks like a secret, which never belongs into Git; remove it',
      ),
    ];
  return [];
}

/**
 * Refuses, anywhere in a value, text that could break out of where it is written,
 * start an expression or give a secret away.
 */
export function checkText(value: unknown, field = ''): RegistrationFinding[] {
  if (typeof value === 'string') return checkString(value, field);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    checkText(item, field + pointer(key)),
  );
}

/**
 * The values of a form without what nobody entered, and with lines that end the
 * same everywhere: browsers send `\r\n`.
 */
export function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n/g, '\n');
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, field]) => [key, withoutEmpty(field)] as const)
    .filter(([, field]) => field !== '' && field !== undefined);
  const filled = kept.filter(([, field]) => !isEmptyObject(field));
  return Object.fromEntries(filled);
}

function isEmptyObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 0
  );
}
