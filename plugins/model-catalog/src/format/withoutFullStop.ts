/** A sentence of somebody else, to be put into one of ours. */
export function withoutFullStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
