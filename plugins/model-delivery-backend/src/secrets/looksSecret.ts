/** Words that stand for a value instead of being one. */
const placeholder =
  /^(?:[$%<*@!&|>]|\{\{|\[|\(|ENC\[|vault:|sha(?:1|256|384|512)[:-]|(?:true|false|null|none|undefined|redacted)$|(?:x+|\.+|-+|_+)$)/i;

/** Another place is meant: a path, or an address without a password. */
const place = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/|\.{0,2}\/|[a-z]:\\)/i;

const separators = /[-_./:@+]+/;

/** Shannon entropy of the characters, in bits per character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text)
    counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / text.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

/** A word of a name: letters in one case or as in camelCase, then few digits. */
function isWord(segment: string): boolean {
  if (!/^(?:[A-Za-z]{0,24}\d{0,4}|v?\d{1,4}[a-z]{0,2})$/.test(segment))
    return false;
  const turns = segment.match(/[a-z][A-Z]/g)?.length ?? 0;
  return turns * 4 <= segment.length;
}

/** Whether people chose a text to be read, such as `db-credentials-v2`. */
function isName(text: string): boolean {
  return text.split(separators).every(isWord);
}

/**
 * Whether the value of something that is named like a secret looks like one, not
 * like a reference to it.
 *
 * @param kind - a `password` may be short; anything else called a key is long
 */
export function looksSecret(value: string, kind: 'password' | 'key'): boolean {
  const text = value.replace(/[.:,;)\]}]+$/, '');
  if (placeholder.test(text) || place.test(text) || isName(text)) return false;
  if (/^\d+$/.test(text)) return false;
  return kind === 'password'
    ? text.length >= 8 && entropyOf(text) >= 2.5
    : text.length >= 16 && entropyOf(text) >= 3;
}
