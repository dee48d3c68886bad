import { TestDatabases } from '@backstage/backend-test-utils';
import { ListModelsQuery } from '@modelyard/plugin-model-catalog-common';
import { SourceModel } from '@modelyard/plugin-model-catalog-node';
import {
  createSyncFixture,
  model,
  page as pageOf,
  version,
} from '../__testUtils__/syncFixture';
import { unfiltered } from './modelFilter';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

const named = (name: string, more: Partial<SourceModel> = {}) =>
  model([version('1', { nativeId: `${name}@1` })], {
    nativeId: name,
    name,
    title: name,
    location: name,
    ...more,
  });

const kept = [
  named('a', { owner: 'vision', riskTier: 'high', task: 'tabular' }),
  named('c', { owner: 'growth', riskTier: 'minimal', task: 'image' }),
  named('e', { riskTier: 'limited', task: 'text' }),
];
const removed = [
  named('b', { owner: 'risk-ml', riskTier: 'limited', task: 'tabular' }),
  named('d', { owner: 'zeta', riskTier: 'high', task: 'speech' }),
];

describe.each(TestDatabases.create().eachSupportedId())(
  'long lists of DatabaseModelStore on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    async function setUp() {
      const { sync, models } = await createSyncFixture(
        await openDatabase({ getClient: async () => databases.init(id) }),
      );
      const pagesOf = async (query: ListModelsQuery) => {
        const found: string[] = [];
        const totals = new Set<number>();
        let cursor: string | undefined;
        do {
          const page = await models.listModels(
            { ...query, cursor },
            unfiltered,
          );
          totals.add(page.totalItems);
          found.push(...page.items.map(row => row.title));
          cursor = page.nextCursor;
        } while (cursor);
        expect([...totals]).toEqual([found.length]);
        return found;
      };
      return { sync, models, pagesOf };
    }

    it.each([
      ['name', ['a', 'b', 'c', 'd', 'e']],
      ['-name', ['e', 'd', 'c', 'b', 'a']],
      ['owner', ['e', 'c', 'b', 'a', 'd']],
      ['-owner', ['d', 'a', 'b', 'c', 'e']],
      ['task', ['c', 'd', 'a', 'b', 'e']],
      ['tier', ['a', 'd', 'e', 'b', 'c']],
      // What is removed has no latest version.
      ['-latest', ['e', 'c', 'a', 'd', 'b']],
    ] as const)(
      'sorts by %s with the removed among the others, page by page',
      async (sort, expected) => {
        const { sync, pagesOf } = await setUp();
        await sync(pageOf(...kept, ...removed));
        await sync(pageOf(...kept));
        const tabular = expected.filter(name => 'ab'.includes(name));
        for (const limit of [1, 2, 5]) {
          const query = { sort, limit, removed: true };
          expect(await pagesOf(query)).toEqual(expected);
          expect(await pagesOf({ ...query, task: 'tabular' })).toEqual(tabular);
        }
        expect((await pagesOf({ sort })).sort()).toEqual(['a', 'c', 'e']);
      },
    );

    it('finds an alias that most models have, in order, and with other filters', async () => {
      const { sync, models, pagesOf } = await setUp();
      const names = Array.from(
        { length: 1100 },
        (_, index) => `m${index + 1000}`,
      );
      const champions = names.map((name, index) =>
        named(name, {
          aliases: { champion: '1' },
          task: index % 11 === 0 ? 'image' : 'text',
        }),
      );
      await sync(pageOf(...kept, ...champions));
      const alias = 'champion';
      expect(await pagesOf({ alias, limit: 400 })).toEqual(names);
      const newest = await models.listModels(
        { alias, sort: '-name', q: 'm2', limit: 2 },
        unfiltered,
      );
      expect(newest.items.map(row => row.title)).toEqual(['m2099', 'm2098']);
      expect(await pagesOf({ alias, task: 'image', limit: 60 })).toHaveLength(
        100,
      );
      expect(await pagesOf({ alias, task: 'tabular' })).toEqual([]);
    });
  },
);
