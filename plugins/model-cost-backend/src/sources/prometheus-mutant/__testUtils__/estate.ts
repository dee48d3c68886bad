import { Counter, CounterOptions } from './Counter';
import { minutesPerDay, Series } from './samples';

export const firstInstant = '2026-11-02T00:00:00Z';
export const estateDays = ['2026-11-02', '2026-11-03', '2026-11-04'];

/** From 10:00 to 16:00 on the third day nothing of cluster eu1 was scraped. */
const isGap = (minute: number) =>
  minute >= 2 * minutesPerDay + 600 && minute < 2 * minutesPerDay + 960;

const day = minutesPerDay;
const all: Counter[] = [];

function count(
  metric: string,
  labels: Record<string, string>,
  rate: number,
  more: Partial<CounterOptions> = {},
): Counter {
  const counter = new Counter({ metric, labels, rate, isGap, ...more });
  all.push(counter);
  return counter;
}

/** Buckets of which each holds so many a minute, those below it included. */
function buckets(
  metric: string,
  labels: Record<string, string>,
  rates: Record<string, number>,
): void {
  for (const [le, rate] of Object.entries(rates))
    count(metric, { ...labels, le }, rate);
}

const revision = (number: string, code: string) => ({
  configuration_name: 'churn-predictor',
  revision_name: `churn-predictor-${number}`,
  namespace_name: 'ml-prod',
  pod_name: `churn-predictor-${number}-deployment-658fd4f9cf-qcnr5`,
  response_code: code,
  response_code_class: `${code[0]}xx`,
});

/** The second revision starts on the second day at noon; the first restarts. */
export const knative = {
  old: count('revision_request_count', revision('00001', '200'), 40, {
    restarts: [day + 300, day + 900],
  }),
  oldFailed: count('revision_request_count', revision('00001', '503'), 4, {
    isLazy: true,
  }),
  fresh: count('revision_request_count', revision('00002', '200'), 20, {
    from: day + 720,
  }),
};
buckets(
  'revision_request_latencies_bucket',
  { configuration_name: 'churn-predictor', revision_name: 'churn-predictor-1' },
  { '50': 20, '100': 36, '500': 40, '+Inf': 40 },
);
buckets(
  'revision_request_latencies_bucket',
  { configuration_name: 'churn-predictor', revision_name: 'churn-predictor-2' },
  { '50': 2, '100': 4, '500': 16, '+Inf': 20 },
);

/** Knative 1.19 and later. */
export const otel = count(
  'kn_serving_invocation_duration_seconds_count',
  {
    kn_configuration_name: 'pricing-predictor',
    http_response_status_code: '200',
  },
  15,
);

export const kserve = count(
  'request_predict_seconds_count',
  { model_name: 'credit-risk', pod: 'credit-risk-predictor-7d9f8b6c5-x2x4z' },
  25,
);
buckets(
  'request_predict_seconds_bucket',
  { model_name: 'credit-risk' },
  { '0.1': 12, '0.5': 24, '1.0': 25, '+Inf': 25 },
);

const ofVllm = (labels: Record<string, string>) => ({
  ...labels,
  model_name: 'Qwen/Qwen3-32B',
  engine: '0',
});
const versioned = (version: string) =>
  ofVllm({
    modelyard_io_service: 'support',
    modelyard_io_model: 'support-assistant',
    modelyard_io_model_version: version,
  });

/** Two versions behind one service, and a server whose pods carry no labels. */
export const vllm = {
  v3: count(
    'vllm:request_success_total',
    { ...versioned('3'), finished_reason: 'stop' },
    12,
  ),
  v4: count(
    'vllm:request_success_total',
    { ...versioned('4'), finished_reason: 'stop' },
    6,
    { from: day + 720 },
  ),
  plain: count(
    'vllm:request_success_total',
    { ...ofVllm({}), finished_reason: 'length' },
    3,
  ),
  prompt: count('vllm:prompt_tokens_total', versioned('3'), 9000),
  generated: count('vllm:generation_tokens_total', versioned('3'), 2500),
};
/** The newer version of vLLM counts errors, of which there were none. */
count(
  'vllm:request_success_total',
  { ...versioned('4'), finished_reason: 'error' },
  0,
  { from: day + 720 },
);

export const triton = {
  success: count(
    'nv_inference_request_success',
    { model: 'defects', version: '1' },
    50,
  ),
  failure: count(
    'nv_inference_request_failure',
    { model: 'defects', version: '1', reason: 'BACKEND' },
    2,
  ),
  alone: count(
    'nv_inference_request_success',
    { model: 'ocr', version: '1' },
    8,
  ),
};

const istioTo = (service: string, code: string) => ({
  reporter: 'destination',
  destination_service_name: service,
  destination_service_namespace: 'ml-prod',
  response_code: code,
});
export const istio = {
  old: count(
    'istio_requests_total',
    istioTo('churn-predictor-00001-private', '200'),
    40,
  ),
  fresh: count(
    'istio_requests_total',
    istioTo('churn-predictor-00002-private', '200'),
    20,
    { from: day + 720 },
  ),
  support: count('istio_requests_total', istioTo('support', '200'), 18),
};
/** The same requests, seen from the other side. */
count(
  'istio_requests_total',
  { ...istioTo('support', '200'), reporter: 'source' },
  18,
);

const gauge = (
  metric: string,
  labels: Record<string, string>,
  valueAt: Series['valueAt'],
): Series => ({ metric, labels, valueAt });

/** Half busy from midnight to noon, each day. */
const untilNoon = (minute: number) =>
  isGap(minute) || minute % day >= 720 ? undefined : 50;

export const estate: Series[] = [
  ...all,
  gauge('up', { job: 'pods', cluster: 'eu1' }, m => (isGap(m) ? undefined : 1)),
  gauge('up', { job: 'pods', cluster: 'us1' }, m => (m < day ? 1 : undefined)),
  gauge(
    'DCGM_FI_DEV_GPU_UTIL',
    { gpu: '0', exported_pod: 'churn-predictor-00001-deployment-658fd4f9cf-q' },
    untilNoon,
  ),
  gauge(
    'DCGM_FI_DEV_GPU_UTIL',
    { gpu: '1', exported_pod: 'x-5c9', ...versioned('3') },
    m => (isGap(m) ? undefined : 25),
  ),
  gauge('DCGM_FI_DEV_GPU_UTIL', { gpu: '2', exported_pod: 'notebook-0' }, m =>
    isGap(m) ? undefined : 10,
  ),
  // Two tenants of one service, and a service that nobody calls.
  gauge('acme_calls_total', { app: 'scoring-svc', tenant: 'a' }, m => 3 * m),
  gauge('acme_calls_total', { app: 'scoring-svc', tenant: 'b' }, m => m),
  gauge('acme_calls_total', { app: 'asleep-svc', tenant: 'a' }, () => 7),
];
