import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { SourceDay, SourceUsage } from '@modelyard/plugin-model-cost-node';
import { describeCostSource } from '@modelyard/plugin-model-cost-node/testUtils';
import {
  hasPrometheus,
  PrometheusServer,
  withPrometheus,
} from './__testUtils__/prometheusServer';
import { Series, toOpenMetrics } from './__testUtils__/samples';
import { prometheusSourceType } from './prometheusSourceType';

jest.setTimeout(60_000);

const from = '2026-11-02T00:00:00Z';
const days = ['2026-11-02', '2026-11-03', '2026-11-04'];
const day = 24 * 60;
const minutes = 3 * day;
const { signal } = new AbortController();

/** From 10:00 to 16:00 on the third day nothing was scraped. */
const isGap = (minute: number) =>
  minute >= 2 * day + 600 && minute < 2 * day + 960;

const steady =
  (perMinute: number, starts = 0, resets: number[] = []) =>
  (minute: number) => {
    if (minute < starts || isGap(minute)) return undefined;
    const last = Math.max(starts, ...resets.filter(at => at <= minute));
    return (minute - last) * perMinute;
  };

function counter(
  metric: string,
  labels: Record<string, string>,
  valueAt: Series['valueAt'],
): Series {
  return { metric, labels, valueAt };
}

/** Requests of which half take at most 100 and all at most 500. */
function buckets(metric: string, labels: Record<string, string>, unit: number) {
  const bounds: [string, number][] = [
    [`${0.1 * unit}`, 5],
    [`${0.5 * unit}`, 10],
    ['+Inf', 10],
  ];
  return bounds.map(([le, perMinute]) =>
    counter(metric, { ...labels, le }, steady(perMinute)),
  );
}

const knative = (revision: string) => ({
  configuration_name: 'churn-predictor',
  revision_name: `churn-predictor-${revision}`,
  namespace_name: 'ml-prod',
});
const istio = {
  reporter: 'destination',
  destination_service_name: 'churn-predictor',
  response_code: '200',
};
const pod = {
  modelyard_io_service: 'support',
  modelyard_io_model: 'support-assistant',
  modelyard_io_model_version: '3',
};

const series: Series[] = [
  counter('up', { job: 'pods' }, m => (isGap(m) ? undefined : 1)),
  counter(
    'request_predict_seconds_count',
    { model_name: 'credit-risk' },
    steady(7),
  ),
  ...buckets(
    'request_predict_seconds_bucket',
    { model_name: 'credit-risk' },
    1,
  ),
  counter(
    'revision_request_count',
    { ...knative('00001'), response_code_class: '2xx' },
    steady(10, 0, [day + 300]),
  ),
  counter(
    'revision_request_count',
    { ...knative('00002'), response_code_class: '5xx' },
    steady(2, day + 720),
  ),
  ...buckets('revision_request_latencies_bucket', knative('00001'), 1000),
  counter('istio_requests_total', istio, steady(12)),
  counter(
    'vllm:request_success_total',
    { model_name: 'Qwen/Qwen3-32B' },
    steady(1),
  ),
  counter(
    'vllm:prompt_tokens_total',
    { model_name: 'Qwen/Qwen3-32B' },
    steady(500),
  ),
  counter(
    'vllm:generation_tokens_total',
    { model_name: 'Qwen/Qwen3-32B' },
    steady(125),
  ),
  counter(
    'nv_inference_request_success',
    { model: 'defects', version: '1' },
    steady(4),
  ),
  counter('nv_inference_request_success', { ...pod, model: 'x' }, steady(3)),
  counter('DCGM_FI_DEV_GPU_UTIL', { gpu: '0', ...pod }, m =>
    isGap(m) || m % day >= 720 ? undefined : 50,
  ),
];

function create(baseUrl: string, more: JsonObject) {
  const limits = { attempts: 1 };
  return prometheusSourceType.create({
    id: 'a',
    config: new ConfigReader({ baseUrl, limits, ...more }),
    configKey: 'modelCost.sources[0]',
    currency: 'USD',
    logger: mockServices.logger.mock(),
  });
}

const describeTool = hasPrometheus() ? describe : describe.skip;

describeTool(withPrometheus('a source of type prometheus'), () => {
  let server: PrometheusServer;
  beforeAll(async () => {
    server = await PrometheusServer.start(
      toOpenMetrics(series, { from, minutes }),
    );
  });
  afterAll(() => server.stop());

  async function read(name: string, more: JsonObject): Promise<SourceDay> {
    const source = create(server.baseUrl, more);
    for await (const answer of source.readDays([name], { signal })) {
      if ('failure' in answer) throw new Error(answer.failure);
      return answer;
    }
    throw new Error(`${name} was not answered`);
  }

  const usageOf = ({ usage = [] }: SourceDay, name: string): SourceUsage =>
    usage.find(one => one.name === name) ?? { name: 'none', labels: new Map() };

  describeCostSource('Prometheus', async () => ({
    source: create(server.baseUrl, { presets: ['kserve', 'knative'] }),
    span: { from: days[0], until: '2026-11-05' },
    brokenDay: '2026-11-05',
    secrets: [server.baseUrl],
  }));

  it('counts what happened in a day, also over a restart', async () => {
    const second = await read(days[1], { presets: ['kserve', 'knative'] });
    const credit = usageOf(second, 'credit-risk');
    expect(Math.abs((credit.requests ?? 0) - 7 * day)).toBeLessThanOrEqual(7);
    expect(credit.latencySeconds?.p50).toBeCloseTo(0.1, 3);
    expect(credit.latencySeconds?.p99).toBeCloseTo(0.492, 3);
    const churn = usageOf(second, 'churn');
    const expected = 10 * day + 2 * 720;
    // The minute of the restart and the first of the new revision are lost.
    expect(Math.abs((churn.requests ?? 0) - expected)).toBeLessThanOrEqual(25);
    expect(Math.abs((churn.failedRequests ?? 0) - 2 * 720)).toBeLessThanOrEqual(
      4,
    );
    expect(churn.latencySeconds?.p50).toBeCloseTo(0.1, 3);
    expect(second.notices).toEqual([]);
  });

  it('says 0 where nothing failed, and nothing where nothing counts', async () => {
    const first = await read(days[0], { presets: ['knative', 'vllm'] });
    expect(usageOf(first, 'churn').failedRequests).toBe(0);
    const qwen = usageOf(first, 'qwen-qwen3-32b');
    expect(qwen).not.toHaveProperty('failedRequests');
    expect(qwen.labels).toEqual(
      new Map([['modelyard.io/model', 'qwen-qwen3-32b']]),
    );
    const tokens = [qwen.promptTokens ?? 0, qwen.generatedTokens ?? 0];
    expect(Math.abs(tokens[0] - 500 * day)).toBeLessThanOrEqual(500);
    expect(Math.abs(tokens[1] - 125 * day)).toBeLessThanOrEqual(125);
  });

  it('adds no mesh to the servers behind it', async () => {
    const second = await read(days[0], { presets: ['istio', 'knative'] });
    const churn = usageOf(second, 'churn');
    expect(Math.abs((churn.requests ?? 0) - 12 * day)).toBeLessThanOrEqual(12);
    expect(second.notices).toContain(
      'Counted more than once by different metrics; taken: requests from istio, not knative.',
    );
  });

  it('believes copied pod labels first, and counts busy GPU hours', async () => {
    const first = await read(days[0], { presets: ['triton', 'dcgm'] });
    const support = usageOf(first, 'support:3');
    expect(Object.fromEntries(support.labels)).toEqual({
      'modelyard.io/service': 'support',
      'modelyard.io/model': 'support-assistant',
      'modelyard.io/model-version': '3',
    });
    expect(Math.abs((support.requests ?? 0) - 3 * day)).toBeLessThanOrEqual(3);
    // Busy half of twelve hours; an instant looks back five minutes at the end.
    expect(support.gpuHoursUsed).toBeGreaterThanOrEqual(6);
    expect(support.gpuHoursUsed).toBeLessThanOrEqual(6.05);
    const defects = usageOf(first, 'defects');
    expect(defects.failedRequests).toBe(0);
  });

  it('says how much of a day it saw', async () => {
    const third = await read(days[2], { presets: ['kserve'] });
    expect(third.notices).toEqual([
      'Prometheus has samples of 75 % of the day; what was used in the rest is not counted.',
    ]);
  });

  it('takes queries of its own', async () => {
    const query = {
      measure: 'requests',
      expr: 'sum by ($by) (increase(request_predict_seconds_count[$range]))',
      labels: { 'modelyard.io/model': 'model_name' },
    };
    const first = await read(days[0], { queries: [query] });
    expect(usageOf(first, 'credit-risk').labels.get('modelyard.io/model')).toBe(
      'credit-risk',
    );
    await expect(
      read(days[0], { queries: [{ ...query, expr: 'sum(' }] }),
    ).rejects.toThrow('Prometheus refuses a query; try the queries');
    await expect(
      read(days[0], { queries: [{ ...query, expr: 'up[5m]' }] }),
    ).rejects.toThrow(/is no vector/);
  });
});

describe('configuration of type prometheus', () => {
  it.each<[JsonObject, RegExp]>([
    [{}, /sources\[0\]: name presets .* or nothing is counted/],
    [{ presets: ['kserv'] }, /sources\[0\].presets: "kserv" is unknown/],
    [
      { queries: [{ measure: 'calls', expr: 'up' }] },
      /sources\[0\].queries\[0\].measure: "calls" is unknown/,
    ],
    [
      { queries: [{ measure: 'requests', expr: 'up', labels: { team: 'x' } }] },
      /queries\[0\].labels: "team" is no pod label/,
    ],
  ])('names the key that is wrong in %j', (config, message) => {
    expect(() => create('http://prometheus', config)).toThrow(message);
  });
});
