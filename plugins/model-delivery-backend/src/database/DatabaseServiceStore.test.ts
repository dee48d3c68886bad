import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseServiceStore } from './DatabaseServiceStore';
import { IndexedService } from './ServiceStore';

const directory = resolvePackagePath(
  '@modelyard/plugin-model-delivery-backend',
  'migrations',
);

function service(name: string, more: Partial<IndexedService> = {}) {
  return {
    name,
    repository: `${name}-gitops`,
    owner: 'group:default/risk-ml',
    model: 'model:default/credit-risk',
    commit: 'c0',
    environments: [
      {
        name: 'dev',
        namespace: 'ml-dev',
        version: '7',
        digest: 'sha256:00',
        commit: 'c0',
        at: '2026-11-20T10:00:00.000Z',
        by: 'user:default/data-scientist',
      },
    ],
    ...more,
  };
}

const everything = { limit: 10, models: 'all' as const };
const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  async function create() {
    const knex = await databases.init(databaseId);
    const store = await DatabaseServiceStore.create(
      mockServices.database({ knex }),
    );
    return { knex, store };
  }

  it('migrates up and down with data in it', async () => {
    const { knex, store } = await create();
    const url = 'https://git.example.com/mono.git';
    const folder = { repository: `${url}#${'f/'.repeat(250)}f` };
    await store.put(service('a'));
    await store.put(service('b', folder));
    await store.claim({
      ...service('c', { repository: url }),
      awaitsMerge: true,
    });
    await knex.migrate.down({ directory });
    expect(await knex('services').select('name')).toEqual([{ name: 'a' }]);
    await knex.migrate.latest({ directory });
    expect(await store.get('a')).toEqual(service('a'));
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('services')).toBe(false);
    await knex.migrate.latest({ directory });
    expect(await store.list(everything)).toEqual({ items: [], totalItems: 0 });
  });

  it('gives back what was put, and replaces it', async () => {
    const { store } = await create();
    const full = service('a', { system: 'lending', description: 'why' });
    await store.put(full);
    expect(await store.get('a')).toEqual(full);
    expect(await store.getByRepository('a-gitops')).toEqual(full);
    const next = service('a', { commit: 'c1', environments: [] });
    await store.put(next);
    expect(await store.get('a')).toEqual(next);
    expect(await store.heads()).toEqual(new Map([['a-gitops', 'c1']]));
  });

  it('remembers what a pull request brings, longer than what is being written', async () => {
    const { knex, store } = await create();
    const awaited = service('awaited');
    await store.claim({ ...awaited, awaitsMerge: true });
    await store.claim(service('written'));
    await store.release('awaited');
    const hourAgo = new Date(Date.now() - 60 * 60_000);
    await knex('services').update({ indexed_at: hourAgo });
    await store.claim(service('next'));
    expect(await store.awaited()).toEqual(['awaited-gitops']);
    expect(await knex('services').pluck('name')).not.toContain('written');
    expect(await store.list(everything)).toMatchObject({ totalItems: 0 });
    expect(await store.heads()).toEqual(new Map());
    await store.put(awaited);
    expect(await store.awaited()).toEqual([]);
    expect(await store.get('awaited')).toEqual(awaited);
    await store.claim({ ...service('old'), awaitsMerge: true });
    const longAgo = new Date(Date.now() - 100 * 24 * 60 * 60_000);
    await knex('services').where('name', 'old').update({ indexed_at: longAgo });
    await store.claim(service('last'));
    expect(await store.awaited()).toEqual([]);
    expect(await store.get('awaited')).toEqual(awaited);
  });

  it('filters and pages in the database', async () => {
    const { store } = await create();
    for (const name of ['a', 'b', 'c_x', 'cyx']) await store.put(service(name));
    await store.put(service('d', { model: 'model:default/secret' }));
    const models = new Set(['model:default/credit-risk']);
    const names = async (query: object) => {
      const page = await store.list({ ...everything, ...query });
      return [page.items.map(item => item.name), page.totalItems];
    };
    expect(await names({ models })).toEqual([['a', 'b', 'c_x', 'cyx'], 4]);
    expect(await names({ models, limit: 1, after: 'a' })).toEqual([['b'], 4]);
    expect(await names({ q: 'c_' })).toEqual([['c_x'], 1]);
    expect(await names({ owner: 'group:default/growth' })).toEqual([[], 0]);
    expect(await names({ models: new Set() })).toEqual([[], 0]);
  });

  it('lets only one service have a name or a repository', async () => {
    const { store } = await create();
    const claim = (name: string, repository: string) =>
      store.claim({
        name,
        repository,
        owner: 'group:default/risk-ml',
        model: 'model:default/credit-risk',
      });
    await claim('a', 'r');
    await claim('a', 'r');
    await expect(claim('a', 'other')).rejects.toThrow(/another repository/);
    await expect(claim('b', 'r')).rejects.toThrow(/another service/);
    await expect(
      store.put(service('a', { repository: 'other' })),
    ).rejects.toThrow(/another repository/);
    await expect(store.put(service('b', { repository: 'r' }))).rejects.toThrow(
      /another service/,
    );
  });

  it('hides a claim until something is written, and frees it', async () => {
    const { store } = await create();
    const { name, repository, owner, model } = service('a');
    await store.claim({ name, repository, owner, model });
    expect(await store.get('a')).toBeUndefined();
    expect((await store.list(everything)).totalItems).toBe(0);
    await store.release('a');
    await store.claim({ name, repository: 'elsewhere', owner, model });
    await store.put(service('a', { repository: 'elsewhere' }));
    await store.release('a');
    expect(await store.get('a')).toMatchObject({ repository: 'elsewhere' });
  });

  it('forgets a repository', async () => {
    const { store } = await create();
    await store.put(service('a'));
    await store.removeRepository('a-gitops');
    expect(await store.get('a')).toBeUndefined();
  });
});
