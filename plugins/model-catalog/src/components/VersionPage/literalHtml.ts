/** Code blocks and code spans: Markdown shows HTML in them as text anyway. */
const code =
  /(^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\2[`~]*[ \t]*$|$(?![\s\S]))|(`+)[\s\S]*?\3)/gm;

/** Start of a tag, comment or declaration; `<https://…>` stays a link. */
const tag = /<(?!https?:\/\/)(?=[a-z!/?])/gi;

/**
 * Escapes the HTML of a Markdown text, so that it is read as text. The renderer
 * sanitises what comes through all the same.
 */
export function literalHtml(markdown: string): string {
  let result = '';
  let end = 0;
  for (const match of markdown.matchAll(code)) {
    result += markdown.slice(end, match.index).replace(tag, '\\<') + match[0];
    end = match.index + match[0].length;
  }
  return result + markdown.slice(end).replace(tag, '\\<');
}
