import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { parseDocument } from 'yaml';
import { hostileText } from '../__testUtils__/hostile';
import { registration } from '../__testUtils__/registrations';
import { modelManifestSchema } from '../manifest/modelManifestSchema';
import { firstCard } from './buildManifest';
import { escapeMarkdown } from '../text/escapeMarkdown';
import { planRegistration } from './planRegistration';

const lines = [
  'title',
  'description',
  'type',
  'task',
  'framework',
  'intendedUse',
  'outOfScopeUse',
] as const;
const guarded = ['name', 'owner', 'system', 'license', 'pipeline'] as const;

const fieldOf = fc.constantFrom(...lines);

function withText(field: string, text: string) {
  return planRegistration({ ...registration(), [field]: text });
}

const contentOf = (
  { files }: ReturnType<typeof planRegistration>,
  end: string,
) => files.find(({ path }) => path.endsWith(end))?.content ?? '';

function treeOf(markdown: string) {
  return fromMarkdown(markdown, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
}

type Tree =
  ReturnType<typeof treeOf> | ReturnType<typeof treeOf>['children'][number];

/** Whether readers made a link of an address by themselves, which says where it leads. */
function isBareAddress(tree: Tree): boolean {
  if (tree.type !== 'link') return false;
  const shown = toString(tree);
  return ['', 'http://', 'mailto:'].some(scheme => tree.url === scheme + shown);
}

/** Kinds of everything in a tree that is more than text. */
function shapeOf(tree: Tree): unknown {
  if (tree.type === 'text' || isBareAddress(tree)) return 'text';
  if (!('children' in tree)) return tree.type;
  const shapes = tree.children.map(child => shapeOf(child as Tree));
  return [
    tree.type,
    ...shapes.filter((s, i) => s !== 'text' || shapes[i - 1] !== s),
  ];
}

describe('hostile text', () => {
  it('is kept to the letter, or refused at its field', () => {
    fc.assert(
      fc.property(fieldOf, hostileText, (field, text) => {
        const plan = withText(field, text);
        const wanted = text.replace(/\r\n/g, '\n').trim();
        if (plan.files.length === 0) {
          expect(plan.findings.map(f => f.field)).toEqual([`/${field}`]);
          return;
        }
        for (const version of ['1.1', '1.2'] as const) {
          const document = parseDocument(contentOf(plan, 'model.yaml'), {
            version,
          });
          const manifest = modelManifestSchema.parse(document.toJS());
          const { metadata, spec } = manifest;
          const found = {
            title: metadata.title,
            description: metadata.description,
            type: spec.type,
            task: spec.task,
            framework: spec.versions[0].params.framework,
          };
          if (field in found)
            expect(found[field as keyof typeof found] ?? '').toBe(wanted);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is refused where an identifier stands', () => {
    const breaking = fc
      .tuple(
        hostileText,
        fc.constantFrom('"', "'", '`', '\n', '${{'),
        hostileText,
      )
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...guarded), breaking, (field, text) => {
        const { files, findings } = withText(field, text);
        expect(files).toEqual([]);
        expect(findings.map(f => f.field)).toEqual([`/${field}`]);
      }),
      { numRuns: 300 },
    );
  });

  it('is text and nothing else in the card', () => {
    fc.assert(
      fc.property(fieldOf, hostileText, (field, text) => {
        const plan = withText(field, text);
        if (plan.files.length === 0) return;
        // As many paragraphs and lines, of harmless words.
        const words = text
          .replace(/\r\n/g, '\n')
          .trim()
          .split('\n')
          .map(line => (line.trim() ? 'word' : ''))
          .join('\n');
        const harmless = withText(field, words);
        const card = contentOf(plan, firstCard);
        expect(shapeOf(treeOf(card))).toEqual(
          shapeOf(treeOf(contentOf(harmless, firstCard))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is what a reader of the card sees', () => {
    const spaceless = (text: string) => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(hostileText, text => {
        if (withText('description', text).files.length === 0) return;
        expect(spaceless(toString(treeOf(escapeMarkdown(text))))).toBe(
          spaceless(text),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('takes anything at all without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const { files, findings } = planRegistration(value);
        expect(files).toEqual([]);
        expect(findings.length).toBeGreaterThan(0);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(registration())),
        fc.anything(),
        (field, value) => {
          const { findings } = planRegistration({
            ...registration(),
            [field]: value,
          });
          // Values of metrics ask for a version.
          const blamed = field === 'weights' ? [field, 'metrics'] : [field];
          for (const { field: at } of findings)
            expect(blamed).toContain(at.split('/')[1]);
        },
      ),
      { numRuns: 500 },
    );
  });
});
