import fc from 'fast-check';
import { canonicalJson, digestOf } from './canonicalJson';
import { parseStrictJson } from './parseStrictJson';

function problemsOf(text: string) {
  const result = parseStrictJson(text);
  return result.ok ? [] : result.problems;
}

describe('parseStrictJson', () => {
  it('agrees with JSON.parse on everything that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        const keysOnce = JSON.stringify(JSON.parse(text));
        expect(parseStrictJson(keysOnce)).toEqual({
          ok: true,
          value: JSON.parse(keysOnce),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['{"metrics":[{"value":1},{"value":NaN}]}', '/metrics/1/value'],
    ['{"a":-Infinity}', '/a'],
    ['{"a":1e999}', '/a'],
    ['{"a":{"b":1,"b":2}}', '/a/b'],
    ['{"a":[1,2', '/a'],
    ['{"a":"x', '/a'],
    ['{"a":1} trailing', ''],
    ['', ''],
    ['{a:1}', ''],
    ['[1,]', '/1'],
    ['[01]', ''],
    ['["\t"]', '/0'],
    ["{'a':1}", ''],
  ])('refuses %s at %s', (text, path) => {
    expect(problemsOf(text)[0].path).toBe(path);
  });

  it('refuses what is nested too deeply', () => {
    expect(problemsOf('['.repeat(100_000))[0].message).toContain('deeply');
  });

  it('reports every bare NaN at once', () => {
    expect(problemsOf('[NaN,Infinity,1]').map(p => p.path)).toEqual([
      '/0',
      '/1',
    ]);
  });
});

describe('canonicalJson', () => {
  it('does not depend on the order of keys', () => {
    expect(
      canonicalJson({ b: [1, undefined], a: undefined, c: { e: 1, d: 'x' } }),
    ).toBe('{"b":[1,null],"c":{"d":"x","e":1}}');
    expect(digestOf({ a: 1, b: 2 })).toBe(digestOf({ b: 2, a: 1 }));
  });

  it('refuses numbers that JSON lacks', () => {
    expect(() => canonicalJson({ a: NaN })).toThrow(TypeError);
  });
});
