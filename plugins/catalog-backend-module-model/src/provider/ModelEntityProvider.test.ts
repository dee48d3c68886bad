import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { ModelRow, ModelSource } from '@modelyard/plugin-model-catalog-common';
import { ModelEntityProvider } from './ModelEntityProvider';

function row(name: string, more: Partial<ModelRow> = {}): ModelRow {
  return {
    ref: `model:default/${name}`,
    title: name,
    type: 'classifier',
    lifecycle: 'production',
    aliases: {},
    versionCount: 1,
    source: { id: 'examples', state: 'fresh' },
    ...more,
  };
}

const readSource: ModelSource = {
  id: 'examples',
  type: 'git',
  state: 'fresh',
  lastSuccessAt: '2026-11-20T00:00:00.000Z',
  counts: { models: 0, versions: 0, tombstones: 0, conflicts: 0 },
};

async function connect() {
  const state = { models: [row('a'), row('b')], sources: [readSource] };
  const mutations: EntityProviderMutation[] = [];
  const provider = ModelEntityProvider.create({
    api: {
      listModels: async ({ cursor }) => {
        const index = Number(cursor ?? 0);
        const isLast = index + 1 >= state.models.length;
        return {
          items: state.models.slice(index, index + 1),
          totalItems: state.models.length,
          ...(!isLast && { nextCursor: String(index + 1) }),
        };
      },
      listSources: async () => ({ items: state.sources }),
    },
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
  });
  await provider.connect({
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => undefined,
  });
  return { provider, mutations, state };
}

function summarize(mutation: EntityProviderMutation) {
  return mutation.type === 'full'
    ? { full: mutation.entities.map(e => e.entity.metadata.name) }
    : {
        added: mutation.added.map(e => e.entity.metadata.name),
        removed: mutation.removed.map(r => 'entityRef' in r && r.entityRef),
      };
}

describe('ModelEntityProvider', () => {
  it('tells the catalog everything once, then only what differs', async () => {
    const { provider, mutations, state } = await connect();
    await provider.refresh();
    await provider.refresh();
    state.models = [row('a', { owner: 'group:default/risk-ml' }), row('c')];
    await provider.refresh();
    expect(mutations.map(summarize)).toEqual([
      { full: ['a', 'b'] },
      { added: ['a', 'c'], removed: ['model:default/b'] },
    ]);
  });

  it('does not notice a new version', async () => {
    const { provider, mutations, state } = await connect();
    await provider.refresh();
    state.models = state.models.map(model => ({
      ...model,
      versionCount: 2,
      aliases: { champion: '2' },
      latestVersion: { version: '2', createdAt: '2026-11-20T00:00:00.000Z' },
      source: { ...model.source, syncedAt: '2026-11-20T01:00:00.000Z' },
    }));
    await provider.refresh();
    expect(mutations).toHaveLength(1);
  });

  it('leaves out the owner of a model that nobody owns', async () => {
    const { provider, mutations } = await connect();
    await provider.refresh();
    const [first] = mutations;
    expect(first.type === 'full' && first.entities[0].entity).toEqual({
      apiVersion: 'modelyard.io/v1alpha1',
      kind: 'Model',
      metadata: {
        name: 'a',
        namespace: 'default',
        title: 'a',
        annotations: {
          'backstage.io/managed-by-location': 'modelyard:examples',
          'backstage.io/managed-by-origin-location': 'modelyard:examples',
          'modelyard.io/source': 'examples',
          'modelyard.io/source-ref': 'model:default/a',
        },
      },
      spec: { type: 'classifier', lifecycle: 'production' },
    });
  });

  it('removes nothing while the models or one of the sources can not be read', async () => {
    const { provider, mutations, state } = await connect();
    const { models } = state;
    state.models = [];
    state.sources = [{ ...readSource, lastSuccessAt: undefined }];
    await expect(provider.refresh()).resolves.toBe(true);
    expect(mutations).toEqual([]);
    Object.defineProperty(state, 'sources', {
      get: () => {
        throw new Error('unreachable');
      },
    });
    state.models = models;
    await expect(provider.refresh()).resolves.toBe(false);
    expect(mutations).toEqual([]);
  });
});
