/**
 * Text for a CSV cell. A spreadsheet runs what begins like a formula, and label
 * values are written by strangers: such a text gets an apostrophe in front.
 */
export function safeText(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
