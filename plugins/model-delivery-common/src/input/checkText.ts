import { Finding } from '../plan/types';
import { error, pointer } from './findings';

const longestText = 2048;

// Control characters, unpaired surrogates, line and paragraph separators,
// direction overrides, byte order marks and non-characters: none belongs into a
// line of text, and YAML parsers disagree on several of them.
const unprintable =
  /[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/u;

function checkString(text: string, field: string): Finding[] {
  if (unprintable.test(text)) {
    return [
      error(field, 'must be one line without control characters; remove them'),
    ];
  }
  // `${{` starts an expression in templates and workflows.
  if (text.includes('${{')) {
    return [error(field, 'must not contain "${{", which starts an expression')];
  }
  if (text.length > longestText) {
    return [error(field, `must have at most ${longestText} characters`)];
  }
  return [];
}

/**
 * Refuses, anywhere in a value and in its keys, text that could break out of
 * one line or start an expression.
 */
export function checkText(value: unknown, field = ''): Finding[] {
  if (typeof value === 'string') return checkString(value, field);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const path = field + pointer(key);
    const found = checkString(key, path);
    return found.length ? found : checkText(item, path);
  });
}
