import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { readRecorded } from '../../__testUtils__/recordedDays';
import { ReplayServer } from '../../__testUtils__/replayServer';
import { bookDay } from '../../domain/bookDay';
import { DayReader } from '../../service/ingest/DayReader';
import { openCostSourceType } from './openCostSourceType';

const [whole, without] = ['2026-10-13', '2026-10-14'];
const { signal } = new AbortController();

describe('a recorded day without samples', () => {
  let server: ReplayServer;
  beforeEach(async () => {
    server = await ReplayServer.start();
    for (const day of [whole, without]) {
      const answer = readRecorded(`samples/${day}.json.gz`);
      const count = readRecorded(`samples/prometheus-${day}.json`);
      server.replays.set(`/allocation ${day}`, { body: answer });
      server.replays.set(`/prom/api/v1/query ${day}`, { body: count });
    }
  });
  afterEach(() => server.close());

  function create(more: object = {}) {
    const { baseUrl } = server;
    return openCostSourceType.create({
      id: 'a',
      config: new ConfigReader({ baseUrl, ...more }),
      configKey: 'modelCost.sources[0]',
      currency: 'USD',
      logger: mockServices.logger.mock(),
    });
  }

  async function book(source: ReturnType<typeof create>, day: string) {
    const reader = DayReader.create({
      store: { listKnownDays: async () => [] },
      logger: mockServices.logger.mock(),
      acceptSuspect: false,
    });
    const configured = { id: 'a', currency: 'USD', source };
    for await (const answer of source.readDays([day], { signal }))
      return reader.book(
        { type: 'opencost', redate: false, rereadDays: 3, ...configured },
        answer,
        signal,
      );
    throw new Error(`${day} was not answered`);
  }

  it('is billed like one with samples, and only Prometheus tells', async () => {
    const [one, other] = await Promise.all(
      [whole, without].map(day => book(create(), day)),
    );
    expect(one).toMatchObject({ state: 'ok', totals: { total: 661_320_510 } });
    expect(other).toMatchObject({
      state: 'ok',
      totals: { total: 661_357_190 },
    });
  });

  it('is booked with a notice where its samples can be counted', async () => {
    const source = create({
      prometheus: { baseUrl: `${server.baseUrl}/prom` },
    });
    const missing = expect.stringMatching(/^Not reconciled/);
    expect(await book(source, whole)).toMatchObject({
      state: 'ok',
      notices: [missing],
    });
    expect(await book(source, without)).toMatchObject({
      state: 'ok',
      notices: [
        missing,
        expect.stringMatching(/^Only 1 % of the day's samples are there/),
      ],
    });
  });

  it('adds up to the micro', async () => {
    for await (const answer of create().readDays([without], { signal })) {
      if ('failure' in answer) throw new Error(answer.failure);
      const booked = bookDay(answer, 'USD');
      const rows = answer.allocations?.map(row => row.totalCost * 1e6) ?? [];
      const total = rows.reduce((sum, micros) => sum + Math.round(micros), 0);
      expect(booked).toMatchObject({ totals: { total } });
    }
  });
});
