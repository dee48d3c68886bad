import { fromMarkdown } from 'mdast-util-from-markdown';

type Root = ReturnType<typeof fromMarkdown>;
type Node = Root['children'][number];

/** How long the answer is at most. */
export const mostPlainText = 500;

/** How much of a text is looked at; parsing 64 kB for one paragraph takes long. */
const mostRead = 4000;

/** Escapes in escapes in escapes: beyond these nobody means well. */
const mostRounds = 4;

/** A text without these has neither markup nor escapes. */
const markup = /[\\`*_<>[&#]|^\s*[-=+|\d]/m;

/** Pictures whose address is not defined in what was read. */
const loosePicture = /!\[([^[\]]*)\](?:\[[^[\]]*\])?/g;

/** What the tags of a block of HTML enclose. */
function withoutTags(html: string): string {
  return (
    html
      .replace(/<!--[^]*?(?:-->|$)/g, ' ')
      .replace(/<(script|style)\b[^]*?(?:<\/\1\s*>|$)/gi, ' ')
      .replace(/<[a-z/!?][^<>]*(?:>|$)/gi, ' ')
      // A tag that another one begins in is none, and must not become one.
      .replace(/<(?=[a-z/!?])/gi, ' ')
  );
}

function textOf(node: Node): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if ('children' in node) return node.children.map(textOf).join('');
  if ('value' in node) return node.value;
  return 'alt' in node ? (node.alt ?? '') : '';
}

function oneLine(text: string): string {
  return text
    .replace(loosePicture, '$1')
    .replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .trim();
}

/** The blocks of a text, those in quotes and lists as well. */
function blocksOf(nodes: Node[]): Node[] {
  return nodes.flatMap(node =>
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem'
      ? blocksOf(node.children)
      : [node],
  );
}

/** The first paragraph that says something; a heading where there is none. */
function firstParagraph(markdown: string): string {
  if (!markup.test(markdown)) return markdown.trim().split(/\n\s*\n/)[0];
  const blocks = blocksOf(fromMarkdown(markdown).children);
  const first = (...types: Node['type'][]) =>
    blocks
      .filter(({ type }) => types.includes(type))
      .map(node =>
        oneLine(node.type === 'html' ? withoutTags(node.value) : textOf(node)),
      )
      .find(Boolean);
  return first('paragraph', 'html') ?? first('heading') ?? '';
}

function shorten(text: string): string {
  if (text.length <= mostPlainText) return text;
  const head = text.slice(0, mostPlainText - 1);
  const space = head.lastIndexOf(' ');
  const cut = space > mostPlainText / 2 ? head.slice(0, space) : head;
  return `${cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/**
 * The first paragraph of untrusted Markdown as plain text: of a picture its
 * alternative text, of a link its words, and no tags. The catalog shows what it
 * gets as Markdown again, with pictures from anywhere, so the answer is plain when
 * it is read as Markdown too: a picture that was escaped must not come alive.
 */
export function plainText(markdown: string): string {
  let text = markdown.slice(0, mostRead);
  for (let round = 0; round < mostRounds; round += 1) {
    const before = text;
    text = shorten(oneLine(firstParagraph(before)));
    if (text === before) return text;
  }
  return oneLine(text.replace(/[<>[\]\\]/g, ' '));
}
