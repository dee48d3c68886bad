/** Code of HCL. Only constants of this folder become one, never a text of the form. */
class Expression {
  constructor(readonly text: string) {}
}

/** What an attribute may hold; a text stays a text, whatever it contains. */
export type Value =
  | string
  | number
  | boolean
  | Expression
  | readonly Value[]
  | { readonly [key: string]: Value };

/** A block such as `resource "aws_s3_bucket" "this" { … }`. */
export interface Block {
  type: string;
  labels: readonly string[];
  attributes: Readonly<Record<string, Value>>;
  blocks: readonly Block[];
  /** Lines without `#`, at the head of the block. */
  comment: readonly string[];
}

/** Code of HCL, such as a reference. The text must be a constant. */
export function code(text: string): Value {
  return new Expression(text);
}

/** Makes a block; what is left out is empty. */
export function block(
  heading: string,
  attributes: Block['attributes'],
  more: { blocks?: readonly Block[]; comment?: readonly string[] } = {},
): Block {
  const [type, ...labels] = heading.split(' ');
  const { blocks = [], comment = [] } = more;
  return { type, labels, attributes, blocks, comment };
}

const identifier = /^[a-z_][a-z0-9_]*$/;
const escapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A text as HCL quotes it (hashicorp/hcl, `hclsyntax/spec.md`): a template in
 * which nothing begins an interpolation or a directive.
 */
export function quote(text: string): string {
  const escaped = text
    .replace(/["\\\n\r\t]/g, character => escapes[character])
    .replace(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f\u007f]/g,
      character =>
        `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function render(value: Value, indent: string): string {
  if (value instanceof Expression) return value.text;
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}  `;
  if (isList(value)) {
    if (!value.length) return '[]';
    const items = value.map(item => `${inner}${render(item, inner)},\n`);
    return `[\n${items.join('')}${indent}]`;
  }
  const entries = Object.entries(value).map(([key, item]): [string, Value] => [
    identifier.test(key) ? key : quote(key),
    item,
  ]);
  return entries.length
    ? `{\n${renderEntries(entries, inner)}${indent}}`
    : '{}';
}

/** Lines up the equals signs of neighbouring lines, as `terraform fmt` does. */
function renderEntries(
  entries: readonly (readonly [string, Value])[],
  indent: string,
): string {
  const lines = entries.map(([key, value]) => ({
    key,
    text: render(value, indent),
  }));
  const isLong = (line: { text: string }) => line.text.includes('\n');
  const width = (index: number) => {
    if (isLong(lines[index])) return 0;
    let from = index;
    let to = index;
    while (from > 0 && !isLong(lines[from - 1])) from -= 1;
    while (to + 1 < lines.length && !isLong(lines[to + 1])) to += 1;
    const keys = lines.slice(from, to + 1).map(({ key }) => key.length);
    return Math.max(...keys);
  };
  return lines
    .map(
      ({ key, text }, index) =>
        `${indent}${key.padEnd(width(index))} = ${text}\n`,
    )
    .join('');
}

function renderBlock(content: Block, indent: string): string {
  const { type, labels, attributes, blocks, comment } = content;
  const inner = `${indent}  `;
  const heading = [type, ...labels.map(quote)].join(' ');
  const body = [
    comment.map(line => `${inner}#${line}\n`).join(''),
    renderEntries(Object.entries(attributes), inner),
    ...blocks.map(nested => renderBlock(nested, inner)),
  ].filter(Boolean);
  return body.length
    ? `${indent}${heading} {\n${body.join('\n')}${indent}}\n`
    : `${indent}${heading} {}\n`;
}

/** A file of blocks. */
export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(content => renderBlock(content, '')).join('\n');
}

/** A file of values for variables. */
export function renderValues(
  values: Readonly<Record<string, Value>>,
  comment: readonly string[],
): string {
  const head = comment.map(line => `# ${line}\n`).join('');
  return `${head}${renderEntries(Object.entries(values), '')}`;
}
