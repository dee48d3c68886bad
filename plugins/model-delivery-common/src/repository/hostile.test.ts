import { escapeMarkdown } from '@modelyard/plugin-model-catalog-common';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { hostileText as text } from '../__testUtils__/hostile';
import { context, service } from '../__fixtures__/service';
import { plan } from '../plan/plan';
import { PlanFile } from '../plan/types';

const parsed = (content: string) =>
  parseAllDocuments(content, { version: '1.1' }).map(d => d.toJS());

/** The texts of a service as a YAML 1.1 reader finds them in the files. */
function readBack(files: readonly PlanFile[]) {
  const read = (path: string) =>
    parsed(files.find(f => f.path === path)?.content ?? '')[0];
  const operations: { path: string; value: Record<string, string> }[] = read(
    'overlays/dev/inferenceservice.patch.yaml',
  );
  const value = (path: string) => operations.find(o => o.path === path)?.value;
  return {
    description: read('catalog-info.yaml').metadata.description ?? '',
    env: value('/spec/predictor/model/env'),
    note: value('/metadata/annotations')?.['example.com/note'],
  };
}

describe('hostile text', () => {
  it('is refused by its field or comes out of the YAML as it went in', () => {
    fc.assert(
      fc.property(text, text, text, (description, value, note) => {
        const input = service({
          description,
          env: { VALUE: value },
          annotations: { 'example.com/note': note },
        });
        const { files, findings } = plan(input, context());
        const intended = { description, env: [{ name: 'VALUE', value }], note };
        expect(files.length ? readBack(files) : intended).toEqual(intended);
        expect(files.length > 0).toBe(findings.length === 0);
        const fields =
          /^\/(description|env\/VALUE|annotations\/example\.com~1note)$/;
        expect(findings.every(f => fields.test(f.field ?? ''))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is refused where an identifier stands', () => {
    const keys = ['name', 'owner', 'system', 'costCenter', 'tenant'] as const;
    const breaking = fc
      .tuple(text, fc.constantFrom('"', "'", '`', '\n', '\r', '${{'), text)
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...keys), breaking, (key, value) => {
        const { files, findings } = plan(service({ [key]: value }), context());
        expect(files).toEqual([]);
        expect(findings.map(f => f.field)).toContain(`/${key}`);
      }),
      { numRuns: 300 },
    );
  });

  it('takes anything at all without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const { findings, files } = plan(value as never, context());
        expect(files).toEqual([]);
        expect(findings.length).toBeGreaterThan(0);
      }),
    );
  });

  it('means the same in YAML 1.1 and 1.2', () => {
    const odd = { A: 'y', B: '007', C: '0x1F', D: '1e3', E: '~', F: '1:30' };
    const labels = { y: 'no', 'example.com/007': '1e3' };
    const { files } = plan(service({ env: odd, labels }), context());
    for (const { path, content } of files) {
      if (!path.endsWith('.yaml')) continue;
      expect(parsed(content)).toEqual(
        parseAllDocuments(content).map(d => d.toJS()),
      );
    }
  });

  it('is plain text in the README', () => {
    expect(escapeMarkdown('<img src=x> [a](http://b) `c` | # d')).toBe(
      '\\<img src\\=x\\> \\[a\\](http\\://b) \\`c\\` \\| \\# d',
    );
    expect(escapeMarkdown('1. one')).toBe('1\\. one');
    expect(escapeMarkdown('- one')).toBe('\\- one');
  });
});
