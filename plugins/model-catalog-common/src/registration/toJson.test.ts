import fc from 'fast-check';
import { toJson } from './toJson';

describe('toJson', () => {
  it('says the same as JSON does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(JSON.stringify(JSON.parse(toJson(value)))).toBe(
          JSON.stringify(value),
        );
      }),
    );
  });

  it('breaks what is long, and nothing else', () => {
    const list = ['x'.repeat(50), 'y'.repeat(50)];
    expect(toJson({ a: { b: [1, 2] }, list })).toBe(
      `{\n  "a": {"b":[1,2]},\n  "list": [\n    "${list[0]}",\n    "${list[1]}"\n  ]\n}`,
    );
  });
});
