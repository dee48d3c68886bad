import { toVersions } from './tags';

describe('tags', () => {
  it('gives the same names whatever else is tagged', () => {
    const place = { repository: 'r', uri: 'oci://h/r' };
    const [a, b] = ['a', 'b'].map(letter => `sha256:${letter.repeat(64)}`);
    const { versions, aliases } = toVersions(place, [
      { tag: '1.0', digest: a },
      { tag: '1.0.0', digest: a },
      { tag: 'latest', digest: a },
      { tag: 'edge', digest: b },
    ]);
    expect(versions.map(v => v.version)).toEqual([
      '1.0',
      '1.0.0',
      'sha256-bbbbbbbbbbbb',
    ]);
    expect(aliases).toEqual({ latest: '1.0.0', edge: 'sha256-bbbbbbbbbbbb' });
  });
});
