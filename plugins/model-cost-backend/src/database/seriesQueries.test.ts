import { createDatabases, openStores } from '../__testUtils__/openDatabases';
import { dayOf, SourceContent } from '../__testUtils__/sourceDays';
import { kubernetesRoller } from '../__testUtils__/rollers';
import { bookDay } from '../domain/bookDay';

jest.setTimeout(60_000);

const readAt = '2026-11-06T00:00:00.000Z';
const ranges = [{ sourceId: 'a', from: '2026-11-01', to: '2026-11-30' }];

function totalsOf(rows: { day: string; amounts: { total: number } }[]) {
  return rows.map(row => [row.day, row.amounts.total]);
}

describe('series of the store', () => {
  const databases = createDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    async function setUp() {
      const { costs, ledger } = await openStores(databases, id);
      const book = (day: string, content: SourceContent) =>
        ledger.bookDay(
          { sourceId: 'a', day: bookDay({ day, ...content }, 'USD'), readAt },
          kubernetesRoller(),
        );
      return { costs, book };
    }

    it('reads a span as a whole and day by day', async () => {
      const { book, costs } = await setUp();
      await book('2026-11-03', dayOf('m', '1', 1));
      await book('2026-11-04', dayOf('m', '2', 2));
      await book('2026-11-05', dayOf('other', '1', 16));
      const query = { ranges, models: ['m'], dimensions: ['version' as const] };
      const series = await costs.readSeries({ ...query, components: [] });
      const sums = series.sums.map(({ attribution, amounts, measures }) => [
        attribution,
        amounts.cpu,
        amounts.total,
        measures,
      ]);
      const [one, two] = await costs.listRollups({ models: ['m'], ranges });
      expect(sums).toHaveLength(2);
      expect(sums).toEqual(
        expect.arrayContaining([
          [{ version: '1' }, one.amounts.cpu, 1e6, one.measures],
          [{ version: '2' }, two.amounts.cpu, 2e6, two.measures],
        ]),
      );
      expect(series.daily).toMatchObject([
        { day: '2026-11-03', attribution: { version: '1' } },
        { day: '2026-11-04', attribution: { version: '2' } },
      ]);
      expect(totalsOf(series.daily)).toEqual([
        ['2026-11-03', 1e6],
        ['2026-11-04', 2e6],
      ]);
      expect(series.daily[0].amounts.cpu).toBe(0);
      const [withCpu] = await costs.listDaily({
        ...query,
        components: ['cpu'],
      });
      expect(withCpu.amounts.cpu).toBe(one.amounts.cpu);
      expect(one.amounts.cpu).toBeGreaterThan(0);
    });

    it('adds up nothing to nothing, with and without labels', async () => {
      const { costs } = await setUp();
      for (const dimensions of [[], ['version' as const]])
        expect(
          await costs.readSeries({ ranges, dimensions, components: ['cpu'] }),
        ).toEqual({ sums: [], daily: [] });
    });
  });
});
