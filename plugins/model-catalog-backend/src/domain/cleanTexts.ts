import { stripSecrets } from '@modelyard/plugin-model-catalog-common';

type Fields = Record<string, unknown>;

/**
 * The same value with every text in it fit to be stored: without characters that
 * a database refuses, and without what looks like a key or a password. What is fit
 * already is given back as it is, for nearly everything is.
 */
export function cleanTexts<T>(value: T): T;
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return cleanList(value);
  if (typeof value === 'object' && value !== null)
    return cleanFields(value as Fields);
  return value;
}

function cleanList(list: unknown[]): unknown[] {
  let cleaned: unknown[] | undefined;
  list.forEach((item, index) => {
    const clean = cleanTexts(item);
    if (clean !== item) (cleaned ??= [...list])[index] = clean;
  });
  return cleaned ?? list;
}

function cleanFields(fields: Fields): Fields {
  for (const key of Object.keys(fields))
    if (cleanText(key) !== key || cleanTexts(fields[key]) !== fields[key])
      return Object.fromEntries(
        Object.entries(fields).map(([name, item]) => [
          cleanText(name),
          cleanTexts(item),
        ]),
      );
  return fields;
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
