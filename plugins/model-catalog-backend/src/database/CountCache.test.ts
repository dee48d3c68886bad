import { mockServices } from '@backstage/backend-test-utils';
import { CountCache, CountKey } from './CountCache';
import { unfiltered } from './modelFilter';

const key: CountKey = { of: 'models', filter: unfiltered, revision: 'one=1' };

describe('CountCache', () => {
  function setUp() {
    const kept = new Map<string, string>();
    const cache = CountCache.create({
      cache: mockServices.cache.mock({
        get: async name => {
          const value = kept.get(name);
          return value === undefined ? undefined : JSON.parse(value);
        },
        set: async (name, value) => void kept.set(name, JSON.stringify(value)),
      }),
    });
    let counted = 0;
    const count = async () => {
      counted += 1;
      return counted;
    };
    return { cache, count, kept };
  }

  it('counts once while the store stays as it is', async () => {
    const { cache, count } = setUp();
    expect(await cache.get(key, count)).toBe(1);
    expect(await cache.get(key, count)).toBe(1);
    expect(await cache.get({ ...key, revision: 'one=2' }, count)).toBe(2);
  });

  it.each<[string, Partial<CountKey>]>([
    ['what is counted', { of: 'facets' }],
    ['what it is counted by', { by: { owner: 'group:default/a' } }],
    ['what may be read', { filter: { readable: new Set(['a']) } }],
    [
      'the condition',
      {
        filter: {
          readable: 'all',
          condition: { column: 'owner', values: ['a'] },
        },
      },
    ],
  ])('keeps apart by %s', async (_name, other) => {
    const { cache, count } = setUp();
    expect(await cache.get(key, count)).toBe(1);
    expect(await cache.get({ ...key, ...other }, count)).toBe(2);
  });

  it('keeps a count of nothing', async () => {
    const { cache, kept } = setUp();
    const none = jest.fn(async () => 0);
    expect(await cache.get(key, none)).toBe(0);
    expect(await cache.get(key, none)).toBe(0);
    expect(none).toHaveBeenCalledTimes(1);
    expect(kept.size).toBe(1);
  });

  it('counts once for all who ask at the same time, and again after a failure', async () => {
    const { cache } = setUp();
    const fails = jest.fn(async (): Promise<number> => {
      throw new Error('no database');
    });
    const asked = await Promise.allSettled([
      cache.get(key, fails),
      cache.get(key, fails),
    ]);
    expect(asked.map(answer => answer.status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(fails).toHaveBeenCalledTimes(1);
    expect(await cache.get(key, async () => 3)).toBe(3);
  });

  it('keeps nothing of a store whose revision is not known', async () => {
    const { cache, count, kept } = setUp();
    const { revision: _revision, ...unknown } = key;
    await cache.get({ ...unknown, revision: undefined }, count);
    expect(await cache.get({ ...unknown, revision: undefined }, count)).toBe(2);
    expect(kept.size).toBe(0);
  });
});
