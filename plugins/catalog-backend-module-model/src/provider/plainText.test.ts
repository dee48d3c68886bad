import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { mostPlainText, plainText } from './plainText';

/** Kinds of all nodes of a text that is read as Markdown. */
function kindsOf(markdown: string): string[] {
  const walk = (node: object & { type: string }): string[] => [
    node.type,
    ...('children' in node && Array.isArray(node.children)
      ? node.children.flatMap(walk)
      : []),
  ];
  return walk(fromMarkdown(markdown));
}

const alive = ['image', 'imageReference', 'html', 'link', 'linkReference'];

const aliveIn = (markdown: string) =>
  kindsOf(markdown).filter(kind => alive.includes(kind));

describe('plainText', () => {
  it.each([
    [
      'a picture with its alternative text',
      'Scores ![loans](https://evil.example.com/p.png) well.',
      'Scores loans well.',
    ],
    [
      'a picture by reference',
      'Scores ![loans][logo] well.\n\n[logo]: https://evil.example.com/p.png',
      'Scores loans well.',
    ],
    [
      'a picture whose reference is nowhere',
      'Scores ![loans][logo] and ![debts] well.',
      'Scores loans and debts well.',
    ],
    [
      'a picture in a link',
      '[![build](https://evil.example.com/b.svg)](https://example.com) Scores.',
      'build Scores.',
    ],
    [
      'a tag in a line',
      'Scores <img src="https://evil.example.com/p.png"> <b>loans</b>.',
      'Scores loans.',
    ],
    [
      'a block of HTML',
      '<p align="center">\n<img src="https://evil.example.com/p.png">\nScores loans.\n</p>',
      'Scores loans.',
    ],
    [
      'scripts and comments with what is in them',
      '<!-- note -->\n\n<script>steal()</script>\n\nScores loans.',
      'Scores loans.',
    ],
    [
      'a link with its words',
      'See [the paper](https://example.com) and [a trap](javascript:alert(1)).',
      'See the paper and a trap.',
    ],
    [
      'headings and front matter before the first paragraph',
      '---\nlicense: mit\n---\n# Credit risk\n\nScores *loans*\nof `people`.\n\nMore.',
      'Scores loans of people.',
    ],
    ['nothing but a heading', '# Credit risk', 'Credit risk'],
    ['a list', '- scores loans\n- scores debts', 'scores loans'],
    [
      'text without markup',
      'Scores loans - 3 of 4,\nwell!\n\nMore.',
      'Scores loans - 3 of 4, well!',
    ],
    ['nothing', '', ''],
  ])('reads %s', (_, markdown, text) => {
    expect(plainText(markdown)).toBe(text);
  });

  it.each([
    ['in code', 'Scores `![x](https://evil.example.com/p.png)`.'],
    ['escaped', 'Scores \\![x](https://evil.example.com/p.png).'],
    ['escaped twice', 'Scores \\\\\\![x](https://evil.example.com/p.png).'],
    ['in entities', 'Scores &lt;img src="https://evil.example.com/p.png"&gt;.'],
    [
      'in entities of entities',
      'Scores &amp;amp;amp;amp;lt;img src="https://evil.example.com/p.png"&gt;.',
    ],
    ['in a declaration that never ends', '&lt;&#33;word<'],
    [
      'in a picture',
      '![\\![x\\](https://evil.example.com/p.png)](https://evil.example.com)',
    ],
  ])('does not bring to life what is %s', (_, markdown) => {
    expect(aliveIn(plainText(markdown))).toEqual([]);
  });

  it('is plain for whatever a registry sends, and short', () => {
    const pieces = fc.constantFrom(
      '![',
      '!',
      '[',
      ']',
      '(',
      ')',
      '](https://e.com/p.png)',
      '[r]',
      '[r]: https://e.com/p.png',
      '<',
      '>',
      '<img src=x>',
      '</b>',
      '<!--',
      '-->',
      '\\',
      '`',
      '``',
      '&lt;',
      '&gt;',
      '&amp;',
      '&#33;',
      '&#91;',
      '*',
      '_',
      '#',
      '- ',
      '> ',
      '    ',
      '\n',
      '\n\n',
      ' ',
      'word',
      'x',
      '😀',
      '\u202e',
      '\u0000',
      '\r\n',
      '```',
      '~~~',
      '|',
      '---',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), list => {
        const text = plainText(list.join(''));
        expect(aliveIn(text)).toEqual([]);
        expect(text.length).toBeLessThanOrEqual(mostPlainText);
        expect(text).not.toMatch(/[\n\r]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts a long text between words', () => {
    const text = plainText('word '.repeat(20_000));
    expect(text).toMatch(/^(word )+word…$/);
    expect(text.length).toBeLessThanOrEqual(mostPlainText);
  });
});
