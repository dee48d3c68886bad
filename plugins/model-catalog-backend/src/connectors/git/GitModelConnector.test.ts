import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  exampleDigest,
  exampleManifest,
  exampleVersion,
} from '../../__testUtils__/manifestFolder';
import { readAll } from '../__testUtils__/readAll';
import { GitModelConnector } from './GitModelConnector';
import { maxCardBytes } from './readCard';

const folder = createMockDirectory();
const outside = createMockDirectory({
  content: { 'secret.md': 'secret', 'model.yaml': exampleManifest('stolen') },
});

function connect(target = folder.path) {
  return GitModelConnector.fromConfig({
    sourceId: 'examples',
    config: new ConfigReader({ target }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
}

const lineOf = (text: string, place: string) =>
  text.slice(0, text.lastIndexOf(place)).split('\n').length;

const read = () => readAll(connect());

describe('GitModelConnector', () => {
  it('reads every manifest below the folder', async () => {
    folder.setContent({
      'a/deep/model.yaml': exampleManifest('one'),
      'b/model.yaml': exampleManifest('two', {
        versions: [
          exampleVersion('1', { card: 'cards/1.md', commit: 'a'.repeat(40) }),
        ],
      }),
      'b/cards/1.md': '# Card',
      '.git/model.yaml': exampleManifest('not-this'),
      'b/other.yaml': 'kind: Other',
    });
    const { models, problems } = await read();
    expect(problems).toEqual([]);
    expect(models.map(m => [m.nativeId, m.location])).toEqual([
      ['default/one', 'a/deep/model.yaml'],
      ['default/two', 'b/model.yaml'],
    ]);
    expect(models[1].versions[0]).toMatchObject({
      version: '1',
      card: '# Card',
      run: { commit: 'a'.repeat(40) },
      artifacts: [{ digest: exampleDigest('1') }],
    });
  });

  it.each([
    ['no YAML', 'kind: [', 'kind', undefined, 'not valid YAML'],
    [
      'a key twice',
      'kind: a\nkind: b',
      'kind: b',
      undefined,
      'duplicated mapping key',
    ],
    [
      'no manifest',
      'kind: Other',
      'kind',
      '/apiVersion',
      'must be modelyard.io/v1alpha1',
    ],
    [
      'a number for a version',
      exampleManifest('m').replace('version: "2"', 'version: 2'),
      'version: 2\n',
      '/spec/versions/1/version',
      'in quotes',
    ],
    [
      'NaN',
      exampleManifest('m').replace('value: 0.902', 'value: .nan'),
      '.nan',
      '/spec/versions/1/metrics/0/value',
      'finite number',
    ],
    [
      'half a digest',
      exampleManifest('m').replace(exampleDigest('1'), 'sha256:abc'),
      'sha256:abc',
      '/spec/versions/0/artifacts/0/digest',
      '64 lower-case hexadecimal digits',
    ],
    [
      'a version twice',
      exampleManifest('m', {
        versions: [exampleVersion('1'), exampleVersion('1')],
      }),
      'version: ',
      '/spec/versions/1/version',
      'more than once',
    ],
    [
      'an alias of nothing',
      exampleManifest('m', { spec: { aliases: { champion: '9' } } }),
      'champion',
      '/spec/aliases/champion',
      'not in spec.versions',
    ],
    [
      'an owner that is no ref',
      exampleManifest('m', { spec: { owner: 'a b' } }),
      'a b',
      '/spec/owner',
      'must be an entity ref',
    ],
    [
      'a name that is not legal',
      exampleManifest('Foo/bar'),
      'Foo/bar',
      '/metadata/name',
      'legal entity name',
    ],
    [
      'an address that runs code',
      exampleManifest('m', {
        versions: [exampleVersion('1', { runUrl: 'javascript:alert(1)' })],
      }),
      'javascript',
      '/spec/versions/0/runUrl',
      'must start with http',
    ],
    ['a circle', 'a: &a [*a]', 'a: &a', undefined, 'refers to itself'],
    [
      'a bomb',
      [
        'a: &a [1,1,1,1,1,1,1,1,1,1]',
        ...'bcdefgh'
          .split('')
          .map(
            (key, index) =>
              `${key}: &${key} [${Array(10).fill(`*${'abcdefg'[index]}`).join(',')}]`,
          ),
      ].join('\n'),
      'a: &a',
      undefined,
      'two million nodes',
    ],
  ])(
    'refuses %s with file, line and field, and reads the rest',
    async (_name, text, place, field, message) => {
      folder.setContent({
        'bad/model.yaml': text,
        'good/model.yaml': exampleManifest('good'),
      });
      const { models, problems } = await read();
      expect(models.map(m => m.name)).toEqual(['good']);
      expect(problems[0]).toMatchObject({
        file: 'bad/model.yaml',
        line: lineOf(text, place),
        ...(field && { field }),
        severity: 'error',
      });
      expect(problems[0].message).toContain(message);
    },
  );

  it('reports keys that a manifest does not have, and takes the rest', async () => {
    folder.setContent({
      'model.yaml': exampleManifest('m', { spec: { ownr: 'group:default/x' } }),
    });
    const { models, problems } = await read();
    expect(models).toHaveLength(1);
    expect(problems).toMatchObject([
      { field: '/spec/ownr', severity: 'warning', line: expect.any(Number) },
    ]);
  });

  it.each([
    ['leads upwards', '../../secret.md', 'out of the model'],
    ['is absolute', outside.resolve('secret.md'), 'out of the model'],
    ['is a link out of the folder', 'link.md', 'link out of'],
    ['lies in another model', '../other/card.md', 'out of the model'],
    ['is missing', 'none.md', 'no file "none.md"'],
    ['is too large', 'large.md', `limit is ${maxCardBytes}`],
    ['is a folder', 'cards', 'not a file'],
  ])('takes no card that %s', async (_name, card, message) => {
    const text = exampleManifest('m', {
      versions: [exampleVersion('1', { card })],
    });
    folder.setContent({
      'm/model.yaml': text,
      'm/large.md': 'x'.repeat(maxCardBytes + 1),
      'm/link.md': ctx => ctx.symlink(outside.resolve('secret.md')),
      'm/cards/1.md': 'x',
      'other/card.md': 'x',
    });
    const { models, problems } = await read();
    expect(models[0].versions[0].card).toBeUndefined();
    expect(problems).toMatchObject([
      {
        file: 'm/model.yaml',
        line: lineOf(text, 'card:'),
        field: '/spec/versions/0/card',
      },
    ]);
    expect(problems[0].message).toContain(message);
  });

  it('follows links inside the target only', async () => {
    folder.setContent({
      'real/model.yaml': exampleManifest('real'),
      inside: ctx => ctx.symlink(folder.resolve('real')),
      circle: ctx => ctx.symlink(folder.path),
      'file/model.yaml': ctx => ctx.symlink(outside.resolve('model.yaml')),
      escape: ctx => ctx.symlink(outside.path),
      broken: ctx => ctx.symlink(folder.resolve('nowhere')),
    });
    const { models, problems } = await read();
    expect(models.map(m => m.name)).toEqual(['real']);
    expect(problems.map(p => [p.file, p.message])).toEqual([
      ['broken', expect.stringContaining('points nowhere')],
      ['escape', expect.stringContaining('out of the target')],
      ['file/model.yaml', expect.stringContaining('out of the target')],
    ]);
  });

  it.each([
    ['../../etc', 'leads upwards'],
    ['/srv/models/../../etc', 'leads upwards'],
    ['models\\..\\..\\etc', 'leads upwards'],
    ['ext::sh -c "touch /tmp/x"', 'is no address'],
    ['https://me:secret@example.com/a/b', 'carries a password'],
  ])('does not start with the target %s', (target, message) => {
    expect(() => connect(target)).toThrow(
      new RegExp(`modelCatalog\\.sources\\[0\\]\\.target: .*${message}`),
    );
  });

  it.each([
    ['is missing', () => folder.resolve('none'), 'is not a folder'],
    ['is empty', () => folder.resolve('empty'), 'no file named model.yaml'],
  ])('fails as a whole when the folder %s', async (_name, target, message) => {
    folder.setContent({ empty: {} });
    await expect(readAll(connect(target()))).rejects.toThrow(message);
  });
});
