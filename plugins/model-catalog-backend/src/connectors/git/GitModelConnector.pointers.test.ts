import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { KnownModel, SourceModel } from '@modelyard/plugin-model-catalog-node';
import { rmSync } from 'node:fs';
import path from 'node:path';
import {
  exampleDigest,
  exampleManifest,
  exampleVersion,
} from '../../__testUtils__/manifestFolder';
import { openIntake } from '../../__testUtils__/syncFixture';
import { normalizeModel } from '../../domain/normalizeModel';
import { knownOf, readAll } from '../__testUtils__/readAll';
import { GitRepository } from './__testUtils__/gitRepository';
import { GitModelConnector } from './GitModelConnector';

jest.setTimeout(30_000);

const clones = createMockDirectory();
const hex = 'b'.repeat(64);
const lfs = (oid = hex) =>
  `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 4096\n`;
// As `dvc add` of DVC 3.67.1 writes it.
const dvc = (file: string, md5 = 'b1946ac92492d2347c6235b4d2611184') =>
  `outs:\n- md5: ${md5}\n  size: 6\n  hash: md5\n  path: ${file}\n`;
const dvcDigest = 'md5:b1946ac92492d2347c6235b4d2611184';

const manifest = exampleManifest('risk', {
  versions: [
    ['1', 'weights.pkl'],
    ['2', './data/model.pkl'],
    ['3', 's3://models/weights.pkl'],
    ['4', '../../../weights.pkl'],
    ['5', 'nowhere.pkl'],
  ].map(([name, uri]) => exampleVersion(name, { artifacts: [{ uri }] })),
});

const artifactsOf = ({ versions }: SourceModel) =>
  versions.map(({ artifacts: [artifact] }) => artifact);

describe.each(['a folder', 'a clone'])('pointers in %s', kind => {
  let repository: GitRepository;

  beforeEach(() => {
    clones.clear();
    repository = new GitRepository();
    repository.commit({
      'models/risk/model.yaml': manifest,
      'models/risk/weights.pkl': lfs(),
      'models/risk/data/model.pkl.dvc': dvc('model.pkl'),
      'models/risk/data/.gitignore': '/model.pkl\n',
      'models/other/model.yaml': exampleManifest('other'),
    });
  });
  afterEach(() => repository.remove());

  async function read(known: KnownModel[] = []) {
    const config =
      kind === 'a folder'
        ? { target: repository.folder }
        : { target: repository.url, directory: clones.resolve('clone') };
    const connector = GitModelConnector.fromConfig({
      sourceId: 'models',
      config: new ConfigReader(config),
      configKey: 'modelCatalog.sources[0]',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
      accepts: () => true,
    });
    const { models, unchanged, problems } = await readAll(connector, known);
    expect(problems).toEqual([]);
    const find = (nativeId: string) =>
      models.filter(model => model.nativeId === nativeId);
    return { models, unchanged, risk: find('default/risk'), find };
  }

  it('give digest and size to the artifacts of a manifest, and to no other address', async () => {
    const [risk] = (await read()).risk;
    expect(artifactsOf(risk)).toEqual([
      { uri: 'weights.pkl', digest: `sha256:${hex}`, sizeBytes: 4096 },
      { uri: './data/model.pkl', digest: dvcDigest, sizeBytes: 6 },
      { uri: 's3://models/weights.pkl' },
      { uri: '../../../weights.pkl' },
      { uri: 'nowhere.pkl' },
    ]);
    // An MD5 shows a change and proves nothing: the version has its record's digest.
    const { versions } = normalizeModel(risk, openIntake('models'));
    expect(versions.map(v => v.digestKind)).toEqual([
      ...['content', 'record', 'record', 'record', 'record'],
    ]);
    expect(versions[0].digest).toBe(`sha256:${hex}`);
  });

  it('change nothing of what a manifest says itself', async () => {
    const digest = exampleDigest('7');
    const artifacts = [{ uri: 'weights.pkl', digest, sizeBytes: 1 }];
    repository.commit({
      'models/risk/model.yaml': exampleManifest('risk', {
        versions: [exampleVersion('1', { artifacts })],
      }),
    });
    expect(artifactsOf((await read()).risk[0])).toEqual(artifacts);
  });

  it('are looked at again when they change, come or go', async () => {
    let known = knownOf((await read()).models);
    const both = ['default/other', 'default/risk'];
    const digestsAfter = async (files: Record<string, string>) => {
      repository.commit(files);
      const { models, unchanged, risk } = await read(known);
      expect(unchanged).toEqual(['default/other']);
      known = [
        ...known.filter(model => model.nativeId === 'default/other'),
        ...knownOf(models),
      ];
      expect((await read(known)).unchanged).toEqual(both);
      return artifactsOf(risk[0]).map(artifact => artifact?.digest);
    };
    expect((await read(known)).unchanged).toEqual(both);
    const [c, d] = ['c'.repeat(64), 'd'.repeat(32)];
    const changed = { 'models/risk/weights.pkl': lfs(c) };
    expect((await digestsAfter(changed))[0]).toBe(`sha256:${c}`);
    const moved = { 'models/risk/data/model.pkl.dvc': dvc('model.pkl', d) };
    expect((await digestsAfter(moved))[1]).toBe(`md5:${d}`);
    // What was not there at first.
    const added = { 'models/risk/nowhere.pkl.dvc': dvc('nowhere.pkl') };
    expect((await digestsAfter(added))[4]).toBe(dvcDigest);
    rmSync(path.join(repository.folder, 'models/risk/weights.pkl'));
    expect((await digestsAfter({}))[0]).toBeUndefined();
  });

  it('stand for what a tag of GTO registers with DVC, version by version', async () => {
    repository.commit({
      'artifacts.yaml': 'churn:\n  path: models/churn.pkl\n  type: model\n',
      'models/churn.pkl.dvc': dvc('churn.pkl'),
      'models/.gitignore': '/churn.pkl\n',
    });
    repository.tag('churn@v1.0.0');
    const d = 'd'.repeat(32);
    const second = repository.commit({
      'models/churn.pkl.dvc': dvc('churn.pkl', d),
    });
    repository.tag('churn@v2.0.0');
    repository.tag('churn#prod#1');
    const [churn] = (await read()).find('gto/churn');
    const uri = 'models/churn.pkl';
    expect(churn.aliases).toEqual({ prod: 'v2.0.0' });
    expect(artifactsOf(churn)).toEqual([
      { uri, digest: dvcDigest, sizeBytes: 6 },
      { uri, digest: `md5:${d}`, sizeBytes: 6 },
    ]);
    // Its commit is what the version is known by.
    expect(churn.versions[1].digest).toEqual({
      kind: 'vcs',
      value: `sha1:${second}`,
    });
  });
});
