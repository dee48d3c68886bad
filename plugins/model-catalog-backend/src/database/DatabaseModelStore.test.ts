import { TestDatabases } from '@backstage/backend-test-utils';
import { ListModelsQuery } from '@modelyard/plugin-model-catalog-common';
import {
  encodeCursor,
  SourceModel,
} from '@modelyard/plugin-model-catalog-node';
import {
  createSyncFixture,
  page as pageOf,
} from '../__testUtils__/syncFixture';
import { openDatabase } from './openDatabase';
import { Snapshot } from './ModelStore';
import { ModelCondition, ModelFilter, unfiltered } from './modelFilter';

jest.setTimeout(60_000);

const facts = [
  { name: 'churn', owner: 'growth', riskTier: 'limited', task: 'tabular' },
  { name: 'credit', owner: 'risk-ml', riskTier: 'high', task: 'tabular' },
  { name: 'defects', owner: 'vision', riskTier: 'minimal', task: 'image' },
  { name: 'demand', title: 'Demänd 100%_forecast', lifecycle: 'experimental' },
  { name: 'legacy', owner: 'risk-ml', riskTier: 'high', tags: ['Old'] },
];

function example(fact: (typeof facts)[number], index: number): SourceModel {
  return {
    nativeId: fact.name,
    title: fact.name,
    description: 'Example of a model',
    type: 'classifier',
    lifecycle: 'production',
    location: fact.name,
    aliases: index === 1 ? { champion: '0' } : {},
    versions: Array.from({ length: index }, (_, v) => ({
      nativeId: `${fact.name}@${v}`,
      version: `${v}`,
      createdAt: `2026-11-0${9 - index}T0${v % 3}:00:00Z`,
      status: 'ready' as const,
      artifacts: [],
      metrics: [],
      params: {},
      datasets: [],
      run: { id: `run-${v % 2}` },
    })),
    ...fact,
  };
}

describe.each(TestDatabases.create().eachSupportedId())(
  'DatabaseModelStore on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    async function setUp() {
      const db = await openDatabase({
        getClient: async () => databases.init(id),
      });
      const { sync, models: store, runs } = await createSyncFixture(db);
      await sync(pageOf(...facts.map(example)));
      const names = async (query: ListModelsQuery) =>
        (await store.listModels(query, unfiltered)).items.map(
          m => m.ref.split('/')[1],
        );
      const snapshot = async (): Promise<Snapshot> => ({
        states: new Map(),
        revision: `${(await runs.getHealth()).get('one')?.revision}`,
      });
      const pagesOf = async (query: ListModelsQuery) => {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.listModels(
            { ...query, limit: 2, cursor },
            unfiltered,
          );
          expect(page.totalItems).toBe(5);
          found.push(...page.items.map(m => m.ref.split('/')[1]));
          cursor = page.nextCursor;
        } while (cursor);
        return found;
      };
      return { store, sync, snapshot, names, pagesOf };
    }

    it('filters', async () => {
      const { names } = await setUp();
      expect(await names({ q: 'CRED' })).toEqual(['credit']);
      expect(await names({ q: '100%_' })).toEqual(['demand']);
      expect(await names({ q: '0%f' })).toEqual([]);
      expect(await names({ q: 'DEMÄND fore' })).toEqual(['demand']);
      expect(await names({ q: 'demand ecast' })).toEqual([]);
      expect(await names({ q: 'legacy:* | churn' })).toEqual([]);
      expect(await names({ q: 'NOT churn' })).toEqual([]);
      expect(await names({ q: '"' })).toEqual([]);
      expect(await names({ q: '  ' })).toHaveLength(5);
      expect(await names({ q: 'old model' })).toEqual(['legacy']);
      expect(await names({ q: `'; drop table models` })).toEqual([]);
      expect(await names({ owner: 'group:default/risk-ml' })).toEqual([
        'credit',
        'legacy',
      ]);
      expect(await names({ owner: 'none' })).toEqual(['demand']);
      expect(await names({ task: 'image' })).toEqual(['defects']);
      expect(await names({ tier: 'high', q: 'legacy' })).toEqual(['legacy']);
      expect(await names({ lifecycle: 'experimental' })).toEqual(['demand']);
      expect(await names({ source: 'two' })).toEqual([]);
      expect(await names({ alias: 'champion' })).toEqual(['credit']);
      expect(await names({ alias: 'challenger' })).toEqual([]);
      expect(await names({ alias: 'champion', q: 'exam' })).toEqual(['credit']);
      expect(await names({ alias: 'champion', tier: 'limited' })).toEqual([]);
    });

    it.each([
      ['name', ['churn', 'credit', 'defects', 'demand', 'legacy']],
      ['-name', ['legacy', 'demand', 'defects', 'credit', 'churn']],
      ['owner', ['demand', 'churn', 'credit', 'legacy', 'defects']],
      ['task', ['demand', 'legacy', 'defects', 'churn', 'credit']],
      ['tier', ['credit', 'legacy', 'churn', 'defects', 'demand']],
      ['-latest', ['credit', 'defects', 'demand', 'legacy', 'churn']],
    ] as const)('sorts by %s, page by page', async (sort, expected) => {
      const { pagesOf } = await setUp();
      expect(await pagesOf({ sort })).toEqual(expected);
      // All of them have this word; they are sorted after they are found.
      expect(await pagesOf({ sort, q: 'exam' })).toEqual(expected);
    });

    it('pages versions, newest first', async () => {
      const { store } = await setUp();
      const page = await store.listVersions('model:default/legacy', {
        limit: 3,
      });
      expect(page.items.map(v => v.version)).toEqual(['2', '1', '3']);
      expect(page.totalItems).toBe(4);
      const rest = await store.listVersions('model:default/legacy', {
        limit: 3,
        cursor: page.nextCursor,
      });
      expect(rest.items.map(v => v.version)).toEqual(['0']);
      expect(rest.nextCursor).toBeUndefined();
    });

    it('finds the versions that a run produced', async () => {
      const { store } = await setUp();
      const ref = 'model:default/legacy';
      const of = async (run: string) => {
        const page = await store.listVersions(ref, { run, limit: 1 });
        return [page.items.map(v => v.version), page.totalItems];
      };
      expect(await of('run-1')).toEqual([['1'], 2]);
      expect(await of('run-')).toEqual([[], 0]);
    });

    it('gives only what may be read, also in the facets', async () => {
      const { store } = await setUp();
      const readable = new Set(['model:default/churn', 'model:default/demand']);
      const page = await store.listModels({ limit: 1 }, { readable });
      expect(page).toMatchObject({
        totalItems: 2,
        items: [{ ref: 'model:default/churn' }],
        nextCursor: expect.any(String),
      });
      expect(
        (await store.listModels({}, { readable: new Set() })).items,
      ).toEqual([]);
      expect(await store.getFacets({}, { readable })).toEqual({
        owner: [
          { value: 'group:default/growth', count: 1 },
          { value: 'none', count: 1 },
        ],
        task: [{ value: 'tabular', count: 1 }],
        tier: [{ value: 'limited', count: 1 }],
        lifecycle: [
          { value: 'experimental', count: 1 },
          { value: 'production', count: 1 },
        ],
        source: [{ value: 'one', count: 2 }],
        license: [],
        alias: [],
        freshness: [{ value: 'stale', count: 2 }],
      });
    });

    it('counts each facet over what the other filters leave', async () => {
      const { store } = await setUp();
      const facets = await store.getFacets(
        { tier: 'high', freshness: 'fresh' },
        unfiltered,
        { states: new Map([['one', 'fresh']]) },
      );
      expect(facets).toMatchObject({
        tier: [
          { value: 'high', count: 2 },
          { value: 'limited', count: 1 },
          { value: 'minimal', count: 1 },
        ],
        owner: [{ value: 'group:default/risk-ml', count: 2 }],
        alias: [{ value: 'champion', count: 1 }],
        freshness: [{ value: 'fresh', count: 2 }],
      });
    });

    it('counts anew when a sync has written, by what may be read', async () => {
      const { store, sync, snapshot } = await setUp();
      const before = await snapshot();
      const counted = await store.listModels({}, unfiltered, before);
      expect(counted.totalItems).toBe(5);
      await sync(pageOf(...facts.map(example)));
      expect(await snapshot()).toEqual(before);
      await sync(pageOf(...facts.map(example).slice(1)));
      const after = await snapshot();
      expect(after.revision).not.toBe(before.revision);
      expect(await store.countBySource(unfiltered, after)).toEqual({
        one: { models: 4, versions: 10, tombstones: 1, conflicts: 0 },
      });
      const filter: ModelFilter = {
        readable: 'all',
        condition: { column: 'owner', values: ['group:default/risk-ml'] },
      };
      expect(await store.countBySource(filter, after)).toMatchObject({
        one: { models: 2 },
      });
    });

    it.each<[string, ModelCondition, string[]]>([
      ['no value', { column: 'owner', values: [] }, []],
      [
        'an owner',
        { column: 'owner', values: ['group:default/risk-ml'] },
        ['credit', 'legacy'],
      ],
      [
        'not an owner, which takes in what nobody owns',
        { not: { column: 'owner', values: ['group:default/risk-ml'] } },
        ['churn', 'defects', 'demand'],
      ],
      [
        'either of two',
        {
          anyOf: [
            { column: 'risk_tier', values: ['limited'] },
            {
              allOf: [
                { column: 'risk_tier', values: ['high'] },
                { column: 'ref', values: ['model:default/credit'] },
              ],
            },
          ],
        },
        ['churn', 'credit'],
      ],
      ['either of none', { anyOf: [] }, []],
      ['another source', { column: 'source_id', values: ['two'] }, []],
    ])('keeps to the condition of %s', async (_name, condition, expected) => {
      const { store } = await setUp();
      const filter: ModelFilter = { readable: 'all', condition };
      const { items, totalItems } = await store.listModels({}, filter);
      expect(items.map(row => row.ref.split('/')[1])).toEqual(expected);
      expect(totalItems).toBe(expected.length);
      expect(await store.isAllowed('model:default/churn', filter)).toBe(
        expected.includes('churn'),
      );
    });

    it.each([
      ['of another order', ['-name', 'x', 1]],
      ['with a word for an id', ['name', 'x', 'y']],
      ['with an id that no column holds', ['name', 'x', 1e12]],
      ['with a number for a name', ['name', 1, 1]],
      ['with a NUL', ['name', '\0', 1]],
    ])('refuses a cursor %s', async (_name, key) => {
      const { store } = await setUp();
      await expect(
        store.listModels({ cursor: encodeCursor(key) }, unfiltered),
      ).rejects.toThrow('not a cursor of this list');
    });
  },
);
