/**
 * The text in one line, without characters that steer a terminal or turn the
 * direction of writing round: registries let anybody write titles.
 */
export function printable(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim();
}
