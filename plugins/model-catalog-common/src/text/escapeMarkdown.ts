/** Escapes what Markdown, HTML and the links that GitHub finds by itself begin with. */
function escapeLine(line: string): string {
  return line
    .trim()
    .replace(/[\\`*_{}[\]<>#|&!~$@^=]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/\b(mailto|xmpp):/gi, '$1\\:')
    .replace(/^[-+]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/**
 * Text that Markdown shows as it is, whatever it holds. Paragraphs stay; how a
 * line is indented does not, for four blanks would begin a block of code.
 *
 * @public
 */
export function escapeMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('\n');
}
