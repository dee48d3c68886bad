import { createHash } from 'node:crypto';
import { versionDigest } from './versionDigest';

const hex = (letter: string) => letter.repeat(64);
const identity = {
  sourceId: 'examples',
  nativeId: 'default/credit-risk@7',
  createdAt: '2026-11-12T09:30:00.000Z',
};
const sha256 = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('versionDigest', () => {
  it('is the digest of the one artifact', () => {
    const artifacts = [
      { uri: 's3://b/model.pkl', digest: `sha256:${hex('a')}` },
    ];
    expect(versionDigest(artifacts, identity)).toEqual({
      digest: `sha256:${hex('a')}`,
      digestKind: 'content',
    });
  });

  it('is that of the sorted lines of sha256sum for several artifacts', () => {
    const artifacts = [
      { uri: 's3://b/m/7/model.onnx', digest: `sha256:${hex('b')}` },
      { uri: 's3://b/m/7/config/labels.json', digest: `sha256:${hex('a')}` },
    ];
    const expected = {
      digest: sha256(
        `${hex('a')}  config/labels.json\n${hex('b')}  model.onnx\n`,
      ),
      digestKind: 'content',
    };
    expect(versionDigest(artifacts, identity)).toEqual(expected);
    expect(versionDigest(artifacts.reverse(), identity)).toEqual(expected);
  });

  it.each([
    ['no artifact', []],
    ['an artifact without digest', [{ uri: 's3://b/m' }]],
    ['an artifact with a short digest', [{ uri: 's3://b/m', digest: 'md5:1' }]],
  ])('is that of the record for %s', (_name, artifacts) => {
    expect(
      versionDigest(artifacts, { ...identity, uri: 'models:/m', runId: 'r1' }),
    ).toEqual({
      digest: sha256(
        '{"createdAt":"2026-11-12T09:30:00.000Z","nativeId":"default/credit-risk@7","runId":"r1","sourceId":"examples","uri":"models:/m"}',
      ),
      digestKind: 'record',
    });
  });
});
