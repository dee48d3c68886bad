import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createManifestFolder,
  exampleManifest,
  exampleVersion,
} from '../__testUtils__/manifestFolder';
import { get, sync } from '../__testUtils__/portal';
import { startPortalForAgents } from './__testUtils__/agent';

const folder = createManifestFolder();
const model = 'model:default/credit-risk';
const longCard = `# Credit risk\n${'A long story. '.repeat(2000)}`;

async function startLoaded(
  options: Partial<Parameters<typeof startPortalForAgents>[0]> = {},
) {
  const agent = await startPortalForAgents({ target: folder.path, ...options });
  expect(await sync(agent.api)).toMatchObject({ state: 'succeeded' });
  return agent;
}

describe('actions of the model catalog, through MCP', () => {
  beforeEach(() => {
    folder.setContent({
      'credit-risk': {
        'model.yaml': exampleManifest('credit-risk', {
          metadata: { title: 'Credit risk', description: 'x'.repeat(900) },
          spec: { aliases: { champion: '1' } },
          versions: [
            exampleVersion('1', { card: './cards/1.md' }),
            exampleVersion('2', {
              card: './cards/2.md',
              params: { max_depth: '8', seed: '1' },
            }),
          ],
        }),
        cards: { '1.md': longCard, '2.md': '# Credit risk\nA short story.\n' },
      },
      churn: {
        'model.yaml': exampleManifest('churn', {
          spec: { riskTier: 'limited', baseModels: [model] },
          versions: [exampleVersion('1')],
        }),
      },
    });
  });

  it('says of each that it only reads, and what it takes', async () => {
    const { listTools } = await startLoaded();
    const tools: {
      name: string;
      description: string;
      annotations: object;
      inputSchema: object;
    }[] = await listTools();
    expect(tools.map(tool => tool.name).sort()).toEqual(
      [
        'compare-versions',
        'get-lineage',
        'get-ml-bom',
        'get-model',
        'get-version',
        'list-collisions',
        'list-conflicts',
        'list-models',
        'list-removals',
        'list-sources',
        'list-versions',
      ].map(name => `model-catalog.${name}`),
    );
    for (const { annotations, description, inputSchema } of tools) {
      expect(annotations).toMatchObject({
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
      });
      expect(description.length).toBeGreaterThan(100);
      expect(inputSchema).toMatchObject({
        type: 'object',
        additionalProperties: false,
      });
      expect(JSON.stringify(inputSchema)).not.toContain('$ref');
    }
  });

  it('finds models page by page', async () => {
    const { call } = await startLoaded();
    const first = await call('list-models', { limit: 1, sort: '-name' });
    expect(first).toMatchObject({
      totalItems: 2,
      items: [
        {
          ref: model,
          title: 'Credit risk',
          description: 'x'.repeat(500),
          leftOut: { description: 400 },
          latestVersion: { version: '2' },
          aliases: { champion: '1' },
          source: { id: 'examples', state: 'fresh' },
        },
      ],
    });
    const second = await call('list-models', {
      limit: 1,
      sort: '-name',
      cursor: first.nextCursor,
    });
    expect(second.items).toMatchObject([{ ref: 'model:default/churn' }]);
    expect(second).not.toHaveProperty('nextCursor');
    const limited = await call('list-models', { tier: 'limited' });
    expect(limited.totalItems).toBe(1);
  });

  it('takes a ref as people write it, and tells what REST tells', async () => {
    const { api, call } = await startLoaded();
    const told = await get(api, '/models/default/credit-risk');
    for (const ref of ['credit-risk', 'default/Credit-Risk', model])
      expect(await call('get-model', { model: ref })).toEqual(told);
    const versions = await call('list-versions', { model });
    expect(versions).toEqual(
      await get(api, '/models/default/credit-risk/versions'),
    );
  });

  it('cuts a long card and says so', async () => {
    const { call } = await startLoaded();
    const version = await call('get-version', { model, version: '1' });
    expect(version).toMatchObject({
      version: '1',
      card: { text: longCard.slice(0, 20_000) },
      leftOut: { card: longCard.length - 20_000 },
      params: { max_depth: '6' },
    });
    const short = await call('get-version', { model, version: '2' });
    expect(short.card.text).toContain('A short story.');
    expect(short).not.toHaveProperty('leftOut');
  });

  it('compares two versions and leaves out what is the same', async () => {
    const { call } = await startLoaded();
    const compared = await call('compare-versions', {
      model,
      left: '1',
      right: '2',
    });
    expect(compared).toMatchObject({
      left: { version: '1' },
      right: { version: '2' },
      metrics: [{ name: 'roc_auc', better: 'right' }],
      params: [
        { name: 'max_depth', left: '6', right: '8' },
        { name: 'seed', right: '1' },
      ],
      datasets: [],
    });
    expect(compared.left).not.toHaveProperty('metrics');
    const kinds = compared.card.changes.map((c: { kind: string }) => c.kind);
    expect(kinds).not.toContain('same');
    expect(compared.leftOut.card).toBeGreaterThan(0);
    const across = await call('compare-versions', {
      model,
      left: '1',
      right: '1',
      rightModel: 'churn',
    });
    expect(across.models).toEqual({
      left: model,
      right: 'model:default/churn',
    });
  });

  it('gives lineage, bill of materials and sources', async () => {
    const { api, call } = await startLoaded();
    const lineage = await call('get-lineage', { model, version: '1' });
    expect(lineage).toEqual(
      await get(api, '/models/default/credit-risk/lineage?version=1'),
    );
    const path = '/models/default/credit-risk/versions/1/ml-bom';
    const bom = await get(api, path);
    expect(await call('get-ml-bom', { model, version: '1' })).toEqual({
      bom,
      path: `/api/model-catalog${path}`,
      characters: JSON.stringify(bom).length,
      components: bom.components.length,
    });
    expect(await call('list-sources')).toMatchObject({
      items: [
        { id: 'examples', type: 'git', state: 'fresh', counts: { models: 2 } },
      ],
    });
  });

  it('lists what wants a look', async () => {
    const { api, call } = await startLoaded();
    const changed = exampleVersion('2', { params: { max_depth: '9' } });
    folder.setContent({
      'credit-risk/model.yaml': exampleManifest('credit-risk', {
        versions: [exampleVersion('1'), changed],
      }),
    });
    await sync(api);
    const removals = await call('list-removals', { source: 'examples' });
    expect(removals).toMatchObject({
      items: [{ ref: 'model:default/churn', source: 'examples' }],
      totalItems: 1,
    });
    expect(removals).toEqual(await get(api, '/removals'));
    const conflicts = await call('list-conflicts', { limit: 1 });
    expect(conflicts).toMatchObject({
      items: [{ ref: model, version: '2', fields: ['params'] }],
      totalItems: 1,
    });
    expect(conflicts).toEqual(await get(api, '/conflicts'));
    const none = { items: [], totalItems: 0 };
    expect(await call('list-conflicts', { source: 'other' })).toEqual(none);
    expect(await call('list-collisions')).toEqual(none);
  });

  it('points to a bill of materials that is too long to be read', async () => {
    const artifacts = Array.from({ length: 500 }, (_, index) => ({
      uri: `s3://models/credit-risk/1/part-${index}.safetensors`,
    }));
    folder.setContent({
      'big/model.yaml': exampleManifest('big', {
        versions: [exampleVersion('1', { artifacts })],
      }),
    });
    const { call } = await startLoaded();
    const answer = await call('get-ml-bom', { model: 'big', version: '1' });
    expect(answer).toMatchObject({
      path: '/api/model-catalog/models/default/big/versions/1/ml-bom',
    });
    expect(answer.characters).toBeGreaterThan(60_000);
    expect(answer).not.toHaveProperty('bom');
    const version = await call('get-version', { model: 'big', version: '1' });
    expect(version.artifacts).toHaveLength(100);
    expect(version.leftOut).toEqual({ artifacts: 400 });
  });

  it('shows an agent what its user may read, and nothing more', async () => {
    const { call, callAs } = await startLoaded({
      decide: (permission, resourceRef, user) =>
        permission === 'catalog.entity.read' &&
        user === 'user:default/stranger' &&
        resourceRef !== 'model:default/churn'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    const stranger = 'user:default/stranger';
    for (const [name, input] of Object.entries({
      'get-model': { model },
      'list-versions': { model },
      'get-version': { model, version: '1' },
      'compare-versions': {
        model: 'churn',
        left: '1',
        right: '1',
        rightModel: model,
      },
      'get-lineage': { model },
      'get-ml-bom': { model, version: '1' },
    })) {
      const { error } = await callAs(stranger, name, input);
      expect([name, error]).toEqual([
        name,
        expect.stringMatching(/^NotFoundError: .*credit-risk/),
      ]);
      expect(await call(name, input)).not.toHaveProperty('error');
    }
    expect(await callAs(stranger, 'list-models')).toMatchObject({
      totalItems: 0,
    });
  });

  it.each([
    ['get-model', { model: 'model:default/none' }, /^NotFoundError: .*none/],
    [
      'get-model',
      { model: 'a:b:c' },
      /^InputError: .*model:default\/credit-risk/s,
    ],
    ['get-model', { model: 'component:default/credit-risk' }, /^InputError/],
    [
      'get-version',
      { model, version: 'champion' },
      /^NotFoundError: .*now \\?"1/,
    ],
    ['get-version', { model }, /^InputError: .*version/s],
    ['list-models', { limit: 51 }, /^InputError: .*limit/s],
    ['list-models', { owners: 'group:default/x' }, /^InputError: .*owners/s],
    ['list-models', { q: '\0' }, /^InputError: .*NUL/s],
    ['list-models', { cursor: 'WzFd' }, /^InputError: .*cursor/],
    ['get-lineage', { model, depth: 7 }, /^InputError: .*depth/s],
  ])('%s of %j is an error that helps', async (name, input, message) => {
    const { call } = await startLoaded();
    expect((await call(name, input)).error).toMatch(message);
  });
});
