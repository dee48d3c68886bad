import { createMockDirectory } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { KnownModel } from '@modelyard/plugin-model-catalog-node';
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { exampleManifest } from '../../__testUtils__/manifestFolder';
import { knownOf, readAll } from '../__testUtils__/readAll';
import { GitRepository } from './__testUtils__/gitRepository';
import { GitModelConnector } from './GitModelConnector';

jest.setTimeout(30_000);

const elsewhere = createMockDirectory();
const searchPath = process.env.PATH;

function read(target: string, known: KnownModel[] = []) {
  const connector = GitModelConnector.fromConfig({
    sourceId: 'models',
    config: new ConfigReader({ target }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
  return readAll(connector, known);
}

/** Puts a program named `git` before the real one. */
function replaceGit(script: string) {
  const real = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
  elsewhere.addContent({
    'bin/git': `#!/bin/sh\n${script.replace('REAL', real)}\n`,
  });
  const file = elsewhere.resolve('bin', 'git');
  execFileSync('chmod', ['+x', file]);
  process.env.PATH = `${path.dirname(file)}:${searchPath}`;
}

/** The real one, for which every repository belongs to somebody else. */
const asAnother = 'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec REAL "$@"';

describe('GitModelConnector with a folder of a work tree', () => {
  let repository: GitRepository;

  beforeEach(() => {
    elsewhere.clear();
    repository = new GitRepository();
    repository.commit({
      'artifacts.yaml': 'churn:\n  path: models/churn.pkl\n  labels: [nlp]\n',
      'models/fraud/model.yaml': exampleManifest('fraud'),
    });
    repository.tag('churn@v1.0.0');
  });
  afterEach(() => {
    process.env.PATH = searchPath;
    repository.remove();
  });

  const models = () => path.join(repository.folder, 'models');

  it('reads manifests of the folder, and models by the tags of its repository', async () => {
    const first = await read(models());
    expect(first).toMatchObject({
      models: [
        { nativeId: 'default/fraud' },
        {
          nativeId: 'gto/churn',
          tags: ['nlp'],
          aliases: {},
          versions: [{ artifacts: [{ uri: 'models/churn.pkl' }] }],
        },
      ],
      problems: [],
    });
    const known = knownOf(first.models);
    expect(await read(models(), known)).toMatchObject({
      models: [],
      unchanged: ['default/fraud', 'gto/churn'],
    });
    repository.tag('churn#prod#1');
    const staged = await read(models(), known);
    expect(staged).toMatchObject({
      models: [{ nativeId: 'gto/churn', aliases: { prod: 'v1.0.0' } }],
      unchanged: ['default/fraud'],
    });
    repository.git('tag', '--delete', 'churn@v1.0.0');
    const gone = await read(models(), known);
    expect(gone).toMatchObject({ models: [], unchanged: ['default/fraud'] });
  });

  it('is content with tags alone, and with a linked work tree', async () => {
    rmSync(models(), { recursive: true });
    repository.git('worktree', 'add', '--quiet', elsewhere.resolve('linked'));
    rmSync(elsewhere.resolve('linked', 'models'), { recursive: true });
    for (const folder of [repository.folder, elsewhere.resolve('linked')])
      expect(await read(folder)).toMatchObject({
        models: [{ nativeId: 'gto/churn' }],
        problems: [],
      });
  });

  it('takes no other tag for a model, and a shallow clone for what it is', async () => {
    repository.commit({ 'x.txt': '2' });
    for (const name of ['v1.0', 'release-7', 'fraud@1.0.0', 'a/b#c/d'])
      repository.tag(name);
    const [url, clone] = [repository.url, elsewhere.resolve('clone')];
    repository.git('clone', '--quiet', '--depth=1', url, clone);
    const { models: found, problems } = await read(path.join(clone, 'models'));
    expect(found.map(model => model.nativeId)).toEqual(['default/fraud']);
    expect(problems).toEqual([]);
  });

  it('reads the manifests of a repository that belongs to somebody else', async () => {
    const { models: found } = await read(models());
    replaceGit(asAnother);
    const refused = {
      file: '.git',
      message: expect.stringContaining('belongs to another user'),
    };
    const first = await read(models());
    expect(first.models.map(model => model.nativeId)).toEqual([
      'default/fraud',
    ]);
    expect(first.problems).toEqual([{ ...refused, severity: 'warning' }]);
    // What was read before must not count as vanished.
    const later = await read(models(), knownOf(found));
    expect(later.unchanged).toEqual(['default/fraud']);
    expect(later.problems).toEqual([{ ...refused, severity: 'error' }]);
  });

  it('needs git for a work tree only, and no git for the manifests', async () => {
    elsewhere.addContent({ 'plain/model.yaml': exampleManifest('plain') });
    process.env.PATH = elsewhere.resolve('nothing');
    expect((await read(elsewhere.resolve('plain'))).problems).toEqual([]);
    const { models: found, problems } = await read(models());
    expect(found.map(model => model.nativeId)).toEqual(['default/fraud']);
    expect(problems).toMatchObject([
      { message: expect.stringContaining('install it'), severity: 'warning' },
    ]);
  });

  it('runs nothing that the repository names, and fetches nothing', async () => {
    const marker = elsewhere.resolve('was-run');
    const program = `touch ${marker};`;
    for (const key of [
      'uploadpack.allowFilter',
      'uploadpack.allowAnySHA1InWant',
    ])
      repository.git('config', key, 'true');
    const [url, clone] = [repository.url, elsewhere.resolve('clone')];
    const lacking = ['--filter=blob:none', '--no-checkout'];
    repository.git('clone', '--quiet', ...lacking, url, clone);
    for (const [key, value] of [
      ['remote.origin.uploadpack', program],
      ['core.fsmonitor', program],
      ['core.sshCommand', program],
      ['core.pager', program],
      ['alias.for-each-ref', `!${program}`],
    ])
      repository.git('-C', clone, 'config', key, value);
    elsewhere.addContent({ 'clone/model.yaml': exampleManifest('here') });
    const { models: found, problems } = await read(clone);
    expect(found.map(model => model.nativeId)).toEqual(['default/here']);
    expect(problems).toMatchObject([
      { message: expect.stringContaining('is a partial clone') },
    ]);
    expect(existsSync(marker)).toBe(false);
  });
});
