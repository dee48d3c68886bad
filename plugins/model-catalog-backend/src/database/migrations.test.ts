import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import fs from 'node:fs';
import { filterModels } from './filterModels';

const directory = resolvePackagePath(
  '@modelyard/plugin-model-catalog-backend',
  'migrations',
);

jest.setTimeout(60_000);

async function migrateTo(knex: Knex, target: string) {
  for (;;) {
    const [done] = await knex.migrate.list({ directory });
    if (done.some((m: { name: string }) => m.name === target)) return;
    await knex.migrate.up({ directory });
  }
}

const version = {
  native_id: 'default/credit-risk@7',
  version: '7',
  created_at: '2026-11-12T09:30:00.000Z',
  status: 'ready',
  digest: 'sha256:a',
  digest_kind: 'content',
  artifacts: '[]',
  metrics: '[]',
  params: '{}',
  datasets: '[]',
  links: '[]',
  content_marks: 'a',
  detail_hash: 'a',
};

const model = {
  source_id: 'examples',
  native_id: 'default/credit-risk',
  ref: 'model:default/credit-risk',
  title: 'Credit risk',
  type: 'classifier',
  lifecycle: 'production',
  tags: '[]',
  base_models: '[]',
  datasets: '[]',
  location: 'credit-risk/model.yaml',
  search_text: 'credit-risk',
  content_hash: 'a',
};

describe.each(TestDatabases.create().eachSupportedId())(
  'migrations on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    it('has a test for every migration', () => {
      expect(fs.readdirSync(directory)).toEqual([
        '20261121000000_init.js',
        '20261124000000_registries.js',
        '20261126000000_lists.js',
        '20261126000001_source_events.js',
        '20261127000000_removed_lists.js',
      ]);
    });

    it('20261121000000_init goes up and down with data in it', async () => {
      const knex = await databases.init(id);
      await migrateTo(knex, '20261121000000_init.js');
      await knex('sources').insert({
        id: 'examples',
        type: 'git',
        problems: '[]',
      });
      const run = {
        source_id: 'examples',
        started_at: '2026-11-20T00:00:00.000Z',
        lease_until: '2026-11-20T00:01:00.000Z',
        problems: '[]',
      };
      await knex('sync_runs').insert({ ...run, id: '1', state: 'running' });
      await expect(
        knex('sync_runs').insert({ ...run, id: '2', state: 'running' }),
      ).rejects.toThrow();
      await knex('sync_runs').insert({ ...run, id: '3', state: 'failed' });
      await knex('models').insert(model);
      const { id: modelId } = await knex('models').first('id');
      const row = { ...version, model_id: modelId };
      await knex('model_versions').insert(row);
      await expect(knex('model_versions').insert(row)).rejects.toThrow();
      const { id: versionId } = await knex('model_versions').first('id');
      await knex('version_conflicts').insert({
        version_id: versionId,
        digest: 'sha256:b',
        fields: '[]',
        marks: 'b',
        seen_at: '2026-11-20T00:00:00.000Z',
      });
      const alias = {
        model_id: modelId,
        alias: 'champion',
        since: '2026-11-20T00:00:00.000Z',
      };
      await knex('model_aliases').insert([
        { ...alias, version: '6', until: '2026-11-20T00:00:00.000Z' },
        { ...alias, version: '7', until: null },
      ]);
      await expect(
        knex('model_aliases').insert({ ...alias, version: '8' }),
      ).rejects.toThrow();

      await knex('models').delete();
      expect(await knex('model_versions')).toEqual([]);
      expect(await knex('version_conflicts')).toEqual([]);
      expect(await knex('model_aliases')).toEqual([]);

      await knex('models').insert(model);
      await knex.migrate.down({ directory });
      for (const table of ['sources', 'sync_runs', 'models', 'model_versions'])
        expect(await knex.schema.hasTable(table)).toBe(false);
      await knex.destroy();
    });

    it('20261124000000_registries goes up and down with data in it', async () => {
      const knex = await databases.init(id);
      await migrateTo(knex, '20261121000000_init.js');
      await knex('models').insert(model);
      const { id: modelId } = await knex('models').first('id');
      await knex('model_versions').insert({ ...version, model_id: modelId });
      await migrateTo(knex, '20261124000000_registries.js');
      expect(await knex('models').first()).toMatchObject({
        ...model,
        source_mark: null,
      });
      expect(await knex('model_versions').first()).toMatchObject({
        ...version,
        labels: '{}',
      });
      await knex.migrate.down({ directory });
      expect(await knex('model_versions').first()).toMatchObject(version);
      expect(await knex.schema.hasColumn('models', 'source_mark')).toBe(false);
      await knex.destroy();
    });

    it('20261126000000_lists goes up and down with data in it', async () => {
      const knex = await databases.init(id);
      await migrateTo(knex, '20261124000000_registries.js');
      const other = {
        ...model,
        native_id: 'other',
        ref: 'model:default/credit-risk-0a1b2c3d',
        search_text: 'crédit  risk, the other\none',
      };
      await knex('models').insert([model, other]);
      const [{ id: modelId }, { id: otherId }] =
        await knex('models').orderBy('id');
      await knex('model_versions').insert([
        { ...version, model_id: modelId },
        {
          ...version,
          model_id: modelId,
          version: '6',
          tombstoned_at: '2026-11-20T00:00:00.000Z',
        },
      ]);

      for (const _round of ['up', 'up again']) {
        await migrateTo(knex, '20261126000000_lists.js');
        expect(await knex('models').orderBy('id')).toMatchObject([
          { removed_versions: 1, wanted_ref: null, search_text: 'credit risk' },
          {
            removed_versions: 0,
            wanted_ref: model.ref,
            search_text: 'credit risk the other one',
          },
        ]);
        const found = async (q: string) =>
          (await filterModels(knex('models'), { q }, { states: new Map() }))
            .length;
        expect(await found('oth crédit')).toBe(1);
        await knex('models')
          .where({ id: otherId })
          .update({ search_text: 'x' });
        expect(await found('other')).toBe(0);
        await knex('models')
          .where({ id: otherId })
          .update({ search_text: other.search_text });
        const link = { left_id: modelId, right_id: otherId, stated_by: 'a' };
        const stated = { ...link, stated_at: '2026-11-20T00:00:00.000Z' };
        await knex('model_links').insert(stated);
        await expect(knex('model_links').insert(stated)).rejects.toThrow();
        await knex.migrate.down({ directory });
      }
      expect(await knex('models').orderBy('id')).toMatchObject([
        { ...model, search_text: 'credit risk' },
        other,
      ]);
      expect(await knex('model_versions')).toHaveLength(2);
      await knex.destroy();
    });

    it('20261126000001_source_events goes up and down with data in it', async () => {
      const knex = await databases.init(id);
      await migrateTo(knex, '20261126000000_lists.js');
      await knex('models').insert(model);
      await migrateTo(knex, '20261126000001_source_events.js');
      const event = {
        source_id: 'prod-mlflow',
        delivery_id: 'a',
        received_at: '2026-11-26T12:00:00.000Z',
      };
      await knex('source_events').insert(event);
      await knex('source_events').insert({ ...event, source_id: 'hub' });
      await expect(knex('source_events').insert(event)).rejects.toThrow();
      expect(await knex('source_events')).toHaveLength(2);
      await knex.migrate.down({ directory });
      expect(await knex.schema.hasTable('source_events')).toBe(false);
      expect(await knex('models').first()).toMatchObject(model);
      await knex.destroy();
    });

    it('20261127000000_removed_lists goes up and down with data in it', async () => {
      const knex = await databases.init(id);
      await migrateTo(knex, '20261126000001_source_events.js');
      const removed = {
        ...model,
        native_id: 'removed',
        ref: 'model:default/removed',
        tombstoned_at: '2026-11-20T00:00:00.000Z',
      };
      await knex('models').insert([model, removed]);
      const countIndexes = async () => {
        const [table, name] =
          knex.client.config.client === 'pg'
            ? ['pg_indexes', 'indexname']
            : ['sqlite_master', 'name'];
        const found = await knex(table).whereLike(
          name,
          'models_removed_%order%',
        );
        return found.length;
      };
      for (const _round of ['up', 'up again']) {
        await migrateTo(knex, '20261127000000_removed_lists.js');
        expect(await countIndexes()).toBe(5);
        await knex.migrate.down({ directory });
        expect(await countIndexes()).toBe(0);
      }
      expect(await knex('models').orderBy('id')).toMatchObject([
        model,
        removed,
      ]);
      await knex.destroy();
    });
  },
);
