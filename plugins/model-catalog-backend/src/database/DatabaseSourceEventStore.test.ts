import { TestDatabases } from '@backstage/backend-test-utils';
import { DatabaseSourceEventStore } from './DatabaseSourceEventStore';
import { openDatabase } from './openDatabase';

jest.setTimeout(60_000);

describe.each(TestDatabases.create().eachSupportedId())(
  'DatabaseSourceEventStore on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });

    it('takes a delivery once in an hour, over all replicas', async () => {
      const db = await openDatabase({
        getClient: async () => databases.init(id),
      });
      const replicas = [1, 2, 3].map(() =>
        DatabaseSourceEventStore.create({ db }),
      );
      const remember = (
        deliveryId: string,
        minute: number,
        sourceId = 'prod-mlflow',
      ) => {
        const now = new Date(Date.UTC(2026, 10, 26, 12, minute));
        return Promise.all(
          replicas.map(store => store.remember({ sourceId, deliveryId, now })),
        );
      };
      const news = async (...delivery: Parameters<typeof remember>) =>
        (await remember(...delivery)).filter(isNew => isNew).length;
      expect(await news('a', 0)).toBe(1);
      expect(await news('a', 1)).toBe(0);
      expect(await news('b', 1)).toBe(1);
      expect(await news('a', 1, 'hub')).toBe(1);
      expect(await news('a', 60)).toBe(0);
      expect(await news('c', 61)).toBe(1);
      const kept = await db('source_events').orderBy('delivery_id');
      expect(kept.map(row => [row.source_id, row.delivery_id])).toEqual(
        expect.arrayContaining([
          ['prod-mlflow', 'b'],
          ['hub', 'a'],
          ['prod-mlflow', 'c'],
        ]),
      );
      expect(kept).toHaveLength(3);
      expect(await news('a', 61)).toBe(1);
      await db.destroy();
    });
  },
);
