import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { planRegistration } from '@modelyard/plugin-model-catalog-common';
import { parse } from 'yaml';
import { formValues } from './__testUtils__/values';
import { scaffolderModuleModel } from './module';

const fileOf = (name: string) =>
  resolve(__dirname, `../../../templates/${name}/template.yaml`);
const read = (name: string): Entity & { spec: { steps: Step[] } } =>
  parse(readFileSync(fileOf(name), 'utf8'));
const file = fileOf('register-model');
const template = read('register-model');

interface Step {
  id: string;
  if?: string;
  action: string;
  input: Record<string, unknown>;
}

async function start() {
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      scaffolderModuleModel,
      catalogServiceMock.factory({
        entities: [
          {
            ...template,
            metadata: {
              ...template.metadata,
              namespace: 'default',
              annotations: {
                'backstage.io/managed-by-location': `url:file://${file}`,
              },
            },
          },
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'User',
            metadata: { name: 'data-scientist', namespace: 'default' },
            spec: {},
          },
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost' },
          integrations: {
            github: [{ host: 'github.com', token: 'not-a-secret' }],
          },
        },
      }),
    ],
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return async (method: string, path: string, body?: object) => {
    const response = await fetch(
      `http://localhost:${port}/api/scaffolder${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${mockCredentials.user.token('user:default/data-scientist')}`,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      },
    );
    return { status: response.status, body: await response.json() };
  };
}

describe('the template register-model', () => {
  let send: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    send = await start();
  });

  const create = (values: object) =>
    send('POST', '/v2/tasks', {
      templateRef: 'template:default/register-model',
      values,
    });

  /** What comes out of a task, once it has ended. */
  async function resultOf(values: object) {
    const created = await create(values);
    expect(created).toMatchObject({ status: 201 });
    const path = `/v2/tasks/${created.body.id}`;
    let task = (await send('GET', path)).body;
    while (['open', 'processing'].includes(task.status))
      task = (await send('GET', path)).body;
    const events = (await send('GET', `${path}/events`)).body;
    const output = task.output ?? events[events.length - 1].body.output;
    return { status: task.status, events, output };
  }

  const paths = planRegistration(formValues()).files.map(({ path }) => path);

  it('ends with the tier, and a patch that git takes', async () => {
    const { status, events, output } = await resultOf(formValues());
    expect({ status, events }).toMatchObject({ status: 'completed' });
    expect(output).toMatchObject({ tier: 'high', files: paths });
    const [tier, apply] = output.text;
    expect(tier.content).toContain('Proposed risk tier: high.');
    const [, commands, patch] = apply.content.match(
      /```\n([^]+?)\n```[^]+```diff\n([^]+)```/,
    );
    expect(commands).toMatch(/^git switch -c modelyard\/register-credit-risk-/);
    const clone = createMockDirectory({ content: { 'change.patch': patch } });
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Me', '-c', 'user.email=me@example.com', ...args],
        { cwd: clone.path, encoding: 'utf8', stdio: 'pipe' },
      );
    git('init', '-q', '-b', 'main');
    git('commit', '-q', '--allow-empty', '-m', 'first');
    git('am', '-q', '--3way', 'change.patch');
    expect(git('show', '--format=', '--name-only').trim().split('\n')).toEqual(
      [...paths].sort(),
    );
    for (const { path, content } of planRegistration(formValues()).files)
      expect(readFileSync(join(clone.path, path), 'utf8')).toBe(content);
  });

  it('renders every file in a dry run', async () => {
    const { status, body } = await send('POST', '/v2/dry-run', {
      template,
      values: formValues(),
      directoryContents: [],
    });
    expect({ status, body }).toMatchObject({ status: 200 });
    expect(
      body.directoryContents.map((f: { path: string }) => f.path).sort(),
    ).toEqual([...paths].sort());
    expect(body.output).toMatchObject({ tier: 'high' });
  });

  it('takes a model without weights', async () => {
    const { status, output } = await resultOf(
      formValues({ weights: {}, metrics: [{ name: 'f1', minimum: 0.5 }] }),
    );
    expect(status).toBe('completed');
    expect(output.files).toContain('models/credit-risk/bounds.yaml');
  });

  it('opens pull requests as the templates of services do, which remove files too', () => {
    const own = template.spec.steps.slice(1);
    const theirs = read('inference-service').spec.steps.filter(({ id }) =>
      id.startsWith('pullRequest'),
    );
    expect(own).toEqual(
      theirs.map(({ input: { filesToDelete: _, ...input }, ...step }) => ({
        ...step,
        input,
      })),
    );
  });

  it('offers no patch where a pull request is opened', async () => {
    const { body } = await send('POST', '/v2/dry-run', {
      template,
      values: formValues({
        repository: { url: 'https://github.com/a/models' },
      }),
      directoryContents: [],
    });
    const titles = (items: { title: string }[]) =>
      items.map(({ title }) => title);
    expect(body).toMatchObject({ output: { tier: 'high' } });
    expect(titles(body.output.text)).toEqual(['Proposed tier']);
    expect(titles(body.output.links)).toEqual(['Pull request']);
  });

  const { assessment, weights } = formValues();

  it.each([
    ['no name', { name: undefined }],
    ['a name with capitals', { name: 'CreditRisk' }],
    ['a name that is too long', { name: 'a'.repeat(64) }],
    ['no intended use', { intendedUse: '' }],
    ['a licence that is none', { license: 'free; rm -rf' }],
    ['a tag with capitals', { tags: ['Risk'] }],
    ['a digest that is none', { weights: { ...weights, digest: 'sha256:1' } }],
    ['weights without digest', { weights: { uri: 's3://a/b' } }],
    [
      'an address with a password',
      { weights: { ...weights, uri: 'https://me:pw@host/m' } },
    ],
    ['a question without answer', { assessment: { annexIII: 'none' } }],
    ['another area', { assessment: { ...assessment, annexIII: 'space' } }],
    ['a folder outside', { repository: { path: '../x' } }],
    ['an address that is none', { repository: { url: 'git@host:a/b' } }],
    ['another pipeline', { pipeline: 'jenkins' }],
  ])('is refused at once with %s', async (_title, change) => {
    expect((await create(formValues(change))).status).toBe(400);
  });

  it.each([
    [
      'a prohibited practice',
      { assessment: { ...assessment, prohibitedPractice: 'social-scoring' } },
      '/assessment/prohibitedPractice',
    ],
    ['a licence that nobody knows', { license: 'Free' }, '/license'],
    [
      'an expression',
      { description: 'a ${{ secrets.X }}' },
      'template expression',
    ],
  ])('fails with %s, and says where', async (_title, change, message) => {
    const { status, events } = await resultOf(formValues(change));
    expect(status).toBe('failed');
    expect(JSON.stringify(events)).toContain(message);
  });
});
