import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { existsSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  exampleManifest,
  exampleVersion,
} from '../../__testUtils__/manifestFolder';
import { knownOf, readAll } from '../__testUtils__/readAll';
import { GitRepository, serveRepository } from './__testUtils__/gitRepository';
import { GitModelConnector } from './GitModelConnector';
import { readGtoTags } from './gtoTags';

jest.setTimeout(30_000);

const clones = createMockDirectory();
function connect(config: Record<string, unknown>) {
  return GitModelConnector.fromConfig({
    sourceId: 'models',
    config: new ConfigReader({ directory: clones.resolve('clone'), ...config }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
}

describe('GitModelConnector with a repository', () => {
  let repository: GitRepository;

  beforeEach(() => {
    clones.clear();
    repository = new GitRepository();
  });
  afterEach(() => repository.remove());

  it('reads a commit, then only what has changed since', async () => {
    repository.commit({
      'a/model.yaml': exampleManifest('a'),
      'b/model.yaml': exampleManifest('b'),
    });
    const connector = connect({ target: repository.url });
    const first = await readAll(connector);
    expect(first.models.map(model => model.name)).toEqual(['a', 'b']);
    const known = knownOf(first.models);
    expect(known).toHaveLength(2);
    expect(await readAll(connector, known)).toMatchObject({
      models: [],
      unchanged: ['default/a', 'default/b'],
    });
    repository.commit({
      'b/model.yaml': `${exampleManifest('b')}\n# changed\n`,
    });
    const third = await readAll(connector, known);
    expect(third.models.map(model => model.name)).toEqual(['b']);
    expect(third.unchanged).toEqual(['default/a']);
  });

  it('reads a branch, a folder, and says when there is none', async () => {
    repository.commit({ 'model.yaml': exampleManifest('root') });
    repository.git('checkout', '--quiet', '-b', 'release');
    repository.commit({ 'models/x/model.yaml': exampleManifest('released') });
    const names = async (config: Record<string, unknown>) =>
      (
        await readAll(connect({ target: repository.url, ...config }))
      ).models.map(model => model.name);
    expect(await names({ ref: 'main' })).toEqual(['root']);
    clones.clear();
    expect(await names({ ref: 'release', path: 'models' })).toEqual([
      'released',
    ]);
    await expect(names({ ref: 'nowhere' })).rejects.toThrow(
      'has no branch or tag "nowhere"',
    );
    await expect(names({ ref: 'main', path: 'empty' })).rejects.toThrow(
      'There is no file named model.yaml',
    );
  });

  it('follows no link, and takes no card from elsewhere', async () => {
    repository.commit({
      'a/model.yaml': exampleManifest('a', {
        versions: [exampleVersion('1', { card: '../secret.txt' })],
      }),
      'secret.txt': 'secret',
    });
    symlinkSync('/etc/passwd', path.join(repository.folder, 'model.yaml'));
    repository.commit({ 'x.txt': '1' });
    const { models, problems } = await readAll(
      connect({ target: repository.url }),
    );
    expect(models.map(model => model.name)).toEqual(['a']);
    expect(problems).toMatchObject([
      { file: 'model.yaml', message: expect.stringContaining('is a link') },
      { file: 'a/model.yaml', message: expect.stringContaining('leads out') },
    ]);
  });

  it('registers versions and stages by the tags of GTO, with digests of Git LFS', async () => {
    const hex = 'b'.repeat(64);
    repository.commit({
      'artifacts.yaml':
        'churn:\n  path: models/churn.pkl\n  type: model\n  description: Who leaves\n  labels: [nlp]\n',
      'models/churn.pkl': `version https://git-lfs.github.com/spec/v1\noid sha256:${hex}\nsize 4096\n`,
    });
    repository.tag('churn@v1.0.0');
    repository.tag('churn#prod#1');
    const second = repository.commit({ 'x.txt': '2' });
    repository.tag('churn@v1.1.0');
    repository.tag('churn#prod#2');
    repository.tag('churn#dev#3');
    repository.tag('churn#dev!#4');
    repository.tag('release-7');
    const connector = connect({ target: repository.url });
    const { models } = await readAll(connector);
    expect(models).toMatchObject([
      {
        nativeId: 'gto/churn',
        description: 'Who leaves',
        tags: ['nlp'],
        aliases: { prod: 'v1.1.0' },
        versions: [
          { version: 'v1.0.0' },
          {
            version: 'v1.1.0',
            digest: { value: `sha1:${second}`, kind: 'vcs' },
            run: { commit: second },
            artifacts: [
              {
                uri: 'models/churn.pkl',
                digest: `sha256:${hex}`,
                sizeBytes: 4096,
              },
            ],
          },
        ],
      },
    ]);
    expect((await readAll(connector, knownOf(models))).unchanged).toEqual([
      'gto/churn',
    ]);
  });

  it.each([
    [
      'basic',
      { type: 'basic', username: 'me', password: 'secret' },
      { password: 'other-secret' },
      `Basic ${Buffer.from('me:secret').toString('base64')}`,
    ],
    [
      'bearer',
      { type: 'bearer', token: 'secret' },
      { token: 'other-secret' },
      'Bearer secret',
    ],
  ])(
    'shows its credentials to the server only, %s, and says when they are wrong',
    async (_type, auth, other, header) => {
      repository.commit({ 'model.yaml': exampleManifest('a') });
      const server = await serveRepository(repository, header);
      const { models } = await readAll(connect({ target: server.url, auth }));
      expect(models.map(model => model.name)).toEqual(['a']);
      clones.clear();
      const wrong = readAll(
        connect({ target: server.url, auth: { ...auth, ...other } }),
      );
      const message = await wrong.catch(error => String(error));
      expect(message).toContain('wants other credentials');
      expect(message).not.toContain('other-secret');
      await server.close();
      expect(existsSync(clones.resolve('clone', 'config'))).toBe(false);
    },
  );

  it('makes a damaged copy anew, and stops at once when told to', async () => {
    repository.commit({ 'model.yaml': exampleManifest('a') });
    const connector = connect({ target: repository.url });
    await readAll(connector);
    writeFileSync(clones.resolve('clone', 'HEAD'), 'nonsense');
    await expect(readAll(connector)).rejects.toThrow();
    expect((await readAll(connector)).models).toHaveLength(1);
    const controller = new AbortController();
    controller.abort(new Error('told to stop'));
    const pages = connector.listModels({
      signal: controller.signal,
      known: [],
    });
    await expect(pages.next()).rejects.toThrow('told to stop');
  });

  it('reaches no metadata address', async () => {
    const read = readAll(connect({ target: 'http://169.254.169.254/x.git' }));
    await expect(read).rejects.toThrow('link-local or metadata address');
  });
});

describe('GitModelConnector with a folder', () => {
  const folder = createMockDirectory();

  it('opens only what has changed since', async () => {
    folder.setContent({
      'a/model.yaml': exampleManifest('a'),
      'b/model.yaml': exampleManifest('b'),
    });
    const connector = connect({ target: folder.path });
    const first = await readAll(connector);
    const known = knownOf(first.models);
    expect((await readAll(connector, known)).unchanged).toEqual([
      'default/a',
      'default/b',
    ]);
    // Somebody changes the file and sets its time back.
    const file = folder.resolve('b', 'model.yaml');
    const text = exampleManifest('b').replace('title', 'titel');
    writeFileSync(file, text);
    utimesSync(file, 0, 0);
    const again = await readAll(connector, known);
    expect(again.unchanged).toEqual(['default/a']);
  });
});

describe('tags of GTO', () => {
  it('are read in the order of their creation', () => {
    const at = '2026-11-01T00:00:00Z';
    const tag = (name: string, commit: string) => ({ name, commit, at });
    expect(
      readGtoTags([
        tag('m@v1.0.0', 'a'),
        tag('m@v2.0.0', 'b'),
        tag('m@v2.0.0!', 'b'),
        tag('m#prod', 'a'),
        tag('v1.0.0', 'a'),
        tag('other#prod', 'a'),
      ]),
    ).toMatchObject([{ name: 'm', stages: { prod: 'v1.0.0' } }]);
  });
});
