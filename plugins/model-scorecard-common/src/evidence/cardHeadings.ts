/**
 * Headings of a card in lower case, without those inside code blocks.
 *
 * @public
 */
export function headingsOf(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const headings = [...prose.matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)];
  return headings.map(([, text]) => text.toLowerCase().slice(0, 200));
}
