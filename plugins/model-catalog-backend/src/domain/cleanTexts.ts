import { stripSecrets } from './stripSecrets';

/**
 * The same value with every text in it fit to be stored: without characters that
 * a database refuses, and without what looks like a key or a password.
 */
export function cleanTexts<T>(value: T): T;
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(item => cleanTexts(item));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        cleanText(key),
        cleanTexts(item),
      ]),
    );
  return value;
}

/** Half of a pair, as a cut may leave it, is no text that a database takes. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function cleanText(text: string): string {
  return stripSecrets(wellFormed(text.replaceAll('\0', '')));
}

/** The text, or its beginning and how long it was. Length in characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = wellFormed(text.slice(0, most));
  return `${kept}\n\n… (cut off here: the source has ${text.length} characters)`;
}
