import { JsonObject } from '@backstage/types';
import { SourceDay, SourceUsage } from '@modelyard/plugin-model-cost-node';
import { describeCostSource } from '@modelyard/plugin-model-cost-node/testUtils';
import { Counter } from './__testUtils__/Counter';
import { createSource } from './__testUtils__/createSource';
import * as real from './__testUtils__/estate';
import {
  hasPrometheus,
  PrometheusServer,
  withPrometheus,
} from './__testUtils__/prometheusServer';
import { minutesPerDay, toOpenMetrics } from './__testUtils__/samples';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const describeTool = hasPrometheus() ? describe : describe.skip;

/** Within what the documentation says is estimated. */
function expectNear(
  actual: number | undefined,
  counters: Counter[],
  day: number,
): void {
  const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
  const truth = sum(counters.map(counter => counter.truth(day)));
  const bound = sum(counters.map(counter => counter.bound(day)));
  expect(truth).toBeGreaterThan(0);
  expect(Number.isInteger(actual)).toBe(true);
  expect(Math.abs((actual ?? NaN) - truth)).toBeLessThanOrEqual(bound);
}

describeTool(withPrometheus('usage in a real Prometheus'), () => {
  let server: PrometheusServer;
  beforeAll(async () => {
    server = await PrometheusServer.start(
      toOpenMetrics(real.estate, {
        from: real.firstInstant,
        minutes: 3 * minutesPerDay,
      }),
    );
  });
  afterAll(() => server.stop());

  async function read(day: number, more: JsonObject): Promise<SourceDay> {
    const source = createSource(server.baseUrl, more);
    const days = [real.estateDays[day]];
    for await (const answer of source.readDays(days, { signal })) {
      if ('failure' in answer) throw new Error(answer.failure);
      return answer;
    }
    throw new Error('the day was not answered');
  }

  const usageOf = ({ usage = [] }: SourceDay, name: string): SourceUsage =>
    usage.find(one => one.name === name) ?? { name: 'none', labels: new Map() };

  describeCostSource('Prometheus', async () => ({
    source: createSource(server.baseUrl, {
      presets: ['kserve', 'knative', 'vllm', 'triton', 'istio', 'dcgm'],
    }),
    span: { from: real.estateDays[0], until: '2026-11-05' },
    brokenDay: '2026-11-05',
    secrets: [server.baseUrl, new URL(server.baseUrl).host],
  }));

  it.each([0, 1, 2])('counts what happened on day %s', async day => {
    const presets = ['kserve', 'knative', 'vllm', 'triton'];
    const answer = await read(day, { presets });
    const { knative, kserve, otel, triton, vllm } = real;
    const churn = usageOf(answer, 'churn');
    const isTwo = day > 0;
    expectNear(
      churn.requests,
      [knative.old, knative.oldFailed, ...(isTwo ? [knative.fresh] : [])],
      day,
    );
    expectNear(churn.failedRequests, [knative.oldFailed], day);
    expectNear(usageOf(answer, 'pricing').requests, [otel], day);
    expectNear(usageOf(answer, 'credit-risk').requests, [kserve], day);
    const support = usageOf(answer, 'support:3');
    expectNear(support.requests, [vllm.v3], day);
    expectNear(support.promptTokens, [vllm.prompt], day);
    expectNear(support.generatedTokens, [vllm.generated], day);
    expectNear(usageOf(answer, 'qwen-qwen3-32b').requests, [vllm.plain], day);
    const defects = usageOf(answer, 'defects');
    expectNear(defects.requests, [triton.success, triton.failure], day);
    expectNear(defects.failedRequests, [triton.failure], day);
    expectNear(usageOf(answer, 'ocr').requests, [triton.alone], day);
  });

  it('says 0 where nothing failed, and nothing where nothing counts', async () => {
    const answer = await read(1, { presets: ['knative', 'vllm', 'triton'] });
    expect(usageOf(answer, 'pricing').failedRequests).toBe(0);
    expect(usageOf(answer, 'ocr').failedRequests).toBe(0);
    expect(usageOf(answer, 'support:4').failedRequests).toBe(0);
    expect(usageOf(answer, 'support:3')).not.toHaveProperty('failedRequests');
    expect(usageOf(answer, 'support:4')).not.toHaveProperty('promptTokens');
    expect(usageOf(answer, 'support:3')).not.toHaveProperty('latencySeconds');
    const before = await read(0, { presets: ['vllm'] });
    expect(usageOf(before, 'support:4').name).toBe('none');
  });

  it('knows no use at all where none of the metrics is there', async () => {
    const queries = [
      { measure: 'requests', expr: 'sum by ($by) (increase(gone[$range]))' },
    ];
    const { usage, notices } = await read(0, { queries });
    expect({ usage, notices }).toEqual({ usage: [], notices: [] });
  });

  it('adds buckets of all revisions before it takes quantiles', async () => {
    const { latencySeconds } = usageOf(
      await read(0, { presets: ['knative'] }),
      'churn',
    );
    // 60 a minute: 22 to 50 ms, 18 more to 100 ms, 16 to 500 ms, 4 beyond.
    const asked = async (quantile: number) => {
      const expr = `histogram_quantile(${quantile}, sum by (le) (increase(revision_request_latencies_bucket[86400s])))`;
      const [answer] = await server.query(expr, '2026-11-02T23:59:59Z');
      return answer / 1000;
    };
    expect(latencySeconds?.p50).toBeCloseTo(await asked(0.5), 9);
    expect(latencySeconds?.p95).toBeCloseTo(await asked(0.95), 9);
    expect(latencySeconds?.p99).toBe(0.5);
    expect(latencySeconds?.p50).toBeGreaterThan(0.06);
    expect(latencySeconds?.p50).toBeLessThan(0.08);
  });

  it('adds no mesh to the servers behind it', async () => {
    const { istio, knative, vllm } = real;
    const meshFirst = await read(1, { presets: ['istio', 'knative', 'vllm'] });
    expectNear(
      usageOf(meshFirst, 'churn').requests,
      [istio.old, istio.fresh],
      1,
    );
    expectNear(usageOf(meshFirst, 'support').requests, [istio.support], 1);
    expect(usageOf(meshFirst, 'support:4').name).toBe('none');
    expectNear(usageOf(meshFirst, 'support:3').promptTokens, [vllm.prompt], 1);
    expect(meshFirst.notices).toEqual(
      expect.arrayContaining([
        'Counted by istio and again by knative: taken from istio, not added (requests, failedRequests).',
        'Counted by istio and again by vllm: taken from istio, not added (requests, failedRequests).',
      ]),
    );
    const serversFirst = await read(1, {
      presets: ['vllm', 'knative', 'istio'],
    });
    expectNear(usageOf(serversFirst, 'support:4').requests, [vllm.v4], 1);
    expect(usageOf(serversFirst, 'support').requests).toBeUndefined();
    expectNear(
      usageOf(serversFirst, 'churn').requests,
      [knative.old, knative.oldFailed, knative.fresh],
      1,
    );
  });

  it('counts busy GPU-hours by pod label or by pod', async () => {
    const answer = await read(0, { presets: ['dcgm'] });
    const churn = usageOf(answer, 'churn').gpuHoursUsed ?? 0;
    // Half busy for twelve hours; an instant looks back five minutes at the end.
    expect(churn).toBeGreaterThanOrEqual(6 - 0.02);
    expect(churn).toBeLessThanOrEqual(6 + 0.05);
    expect(usageOf(answer, 'support:3').gpuHoursUsed).toBeCloseTo(6, 1);
    expect(answer.notices).toEqual([
      'Left out: 1 series of dcgm whose labels name neither service nor model.',
    ]);
  });

  it('says how much of a day it saw, by cluster where it is told them', async () => {
    const gap =
      'what counters began, ended or lost in the gap is missing, and so are its GPU-hours.';
    const whole = await read(1, { presets: ['kserve'] });
    expect(whole.notices).toEqual([]);
    const third = await read(2, { presets: ['kserve'] });
    expect(third.notices).toEqual([
      `Prometheus has samples of 75 % of the day: ${gap}`,
    ]);
    const byCluster = await read(2, {
      presets: ['kserve'],
      clusterLabel: 'cluster',
    });
    expect(byCluster.notices).toEqual([
      `Prometheus has samples of 75 % of the day of cluster eu1: ${gap}`,
    ]);
  });

  it('takes queries of its own, by service and tenant', async () => {
    const query = {
      measure: 'requests',
      expr: 'sum by ($by) (increase(acme_calls_total[$range]))',
      labels: {
        'modelyard.io/service': 'app',
        'modelyard.io/tenant': 'tenant',
      },
      strip: '-svc',
    };
    const { usage = [] } = await read(1, { queries: [query] });
    const tenants = usage.flatMap(({ name, labels, requests }) =>
      name === 'scoring'
        ? [`${labels.get('modelyard.io/tenant')}: ${requests}`]
        : [],
    );
    expect(tenants.sort()).toEqual([
      `a: ${3 * minutesPerDay}`,
      `b: ${minutesPerDay}`,
    ]);
    expect(usage.find(({ name }) => name === 'asleep')?.requests).toBe(0);
  });

  it('refuses a query that is none', async () => {
    const query = { measure: 'requests', expr: 'sum(' };
    await expect(read(0, { queries: [query] })).rejects.toThrow(
      'Prometheus refuses a query; try the queries',
    );
    await expect(
      read(0, { queries: [{ ...query, expr: 'up[5m]' }] }),
    ).rejects.toThrow(/is no vector/);
  });
});
