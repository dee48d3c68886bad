import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { builtInFormats } from './builtInFormats';

const root = join(__dirname, '__fixtures__');

function filesUnder(directory: string): string[] {
  return readdirSync(directory).flatMap(name => {
    const path = join(directory, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

/** Keys, notes of commands, and envelopes, which the intake opens itself. */
const others = /\.(pub|txt)$|dsse-|cosign-|model-signing-|named-timestamp/;

/** Predicates, which come in envelopes. */
const named = /slsa-schema|mine|README/;

function documentOf(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

describe('built-in formats', () => {
  const paths = filesUnder(root).filter(
    path => !others.test(path) && !named.test(path),
  );

  it('have ids of their own', () => {
    const ids = builtInFormats.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(30);
  });

  it.each(paths.map(path => [relative(root, path), path]))(
    'know %s, exactly one of them',
    (_, path) => {
      const document = documentOf(path);
      const matching = builtInFormats.filter(f => f.detect(document));
      expect(matching.map(({ id }) => id)).toHaveLength(1);
    },
  );

  it.each([
    ['null', null],
    ['a number', 1],
    ['an empty text', ''],
    ['a list', [1, null, {}]],
    ['an empty object', {}],
    ['members of the wrong type', { metrics: 1, results: null, by_group: [] }],
    ['deep nesting', JSON.parse('['.repeat(500) + ']'.repeat(500))],
  ])('never throw, whatever the document: %s', (_, document) => {
    for (const format of builtInFormats) {
      expect(typeof format.detect(document)).toBe('boolean');
      expect(() => format.adapt({ document })).not.toThrow();
    }
  });
});
