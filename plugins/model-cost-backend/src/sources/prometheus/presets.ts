import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { UsageQuery, UsageQueryMeasure } from './UsageQuery';

type Preset = Omit<UsageQuery, 'origin'>[];

const labels = (key: keyof typeof modelLabels, metricLabel: string) =>
  new Map([[modelLabels[key], metricLabel]]);

function counted(selector: string): string {
  return `sum by ($by) (increase(${selector}[$range]))`;
}

/** 0 where nothing failed, as the series of a failure begins with the first one. */
function failed(all: string, some: string): string {
  return `${counted(some)} or ${counted(all)} * 0`;
}

const quantiles: [UsageQueryMeasure, number][] = [
  ['latencyP50', 0.5],
  ['latencyP95', 0.95],
  ['latencyP99', 0.99],
];

/** Quantiles of all requests of the day: buckets are added up first. */
function latency(
  bucket: string,
  unit: 'seconds' | 'milliseconds',
  of: ReadonlyMap<string, string>,
): Preset {
  const divisor = unit === 'seconds' ? '' : ' / 1000';
  return quantiles.map(([measure, quantile]) => ({
    measure,
    expr: `histogram_quantile(${quantile}, sum by (le, $by) (increase(${bucket}[$range])))${divisor}`,
    labels: of,
  }));
}

function requests(
  all: string,
  someFailed: string | undefined,
  of: ReadonlyMap<string, string>,
): Preset {
  const total = {
    measure: 'requests' as const,
    expr: counted(all),
    labels: of,
  };
  if (!someFailed) return [total];
  return [
    total,
    { measure: 'failedRequests', expr: failed(all, someFailed), labels: of },
  ];
}

/** Model server of KServe 0.15, whose `model_name` is that of the InferenceService. */
function kserve(): Preset {
  const of = labels('service', 'model_name');
  return [
    ...requests('request_predict_seconds_count', undefined, of),
    ...latency('request_predict_seconds_bucket', 'seconds', of),
  ];
}

/** Queue proxy of Knative Serving 1.16. */
function knative(): Preset {
  const of = labels('service', 'configuration_name');
  return [
    ...requests(
      'revision_request_count',
      'revision_request_count{response_code_class="5xx"}',
      of,
    ),
    ...latency('revision_request_latencies_bucket', 'milliseconds', of),
  ];
}

/** vLLM 0.10; requests are those that ended well. */
function vllm(): Preset {
  const of = labels('model', 'model_name');
  return [
    ...requests('vllm:request_success_total', undefined, of),
    {
      measure: 'promptTokens',
      expr: counted('vllm:prompt_tokens_total'),
      labels: of,
    },
    {
      measure: 'generatedTokens',
      expr: counted('vllm:generation_tokens_total'),
      labels: of,
    },
    ...latency('vllm:e2e_request_latency_seconds_bucket', 'seconds', of),
  ];
}

/**
 * Triton 2.60. Its `version` is a folder of the model repository, which need not be
 * the registry's, and its latencies are sums without buckets: both are left out.
 */
function triton(): Preset {
  const of = labels('model', 'model');
  const success = counted('nv_inference_request_success');
  const failure = failed(
    'nv_inference_request_success',
    'nv_inference_request_failure',
  );
  return [
    { measure: 'requests', expr: `${success} + (${failure})`, labels: of },
    { measure: 'failedRequests', expr: failure, labels: of },
  ];
}

/** Istio 1.24, seen from the workload that answers. */
function istio(): Preset {
  const of = labels('service', 'destination_service_name');
  const seen = 'reporter="destination"';
  return [
    ...requests(
      `istio_requests_total{${seen}}`,
      `istio_requests_total{${seen}, response_code=~"5.."}`,
      of,
    ),
    ...latency(
      `istio_request_duration_milliseconds_bucket{${seen}}`,
      'milliseconds',
      of,
    ),
  ];
}

/**
 * DCGM exporter 4, with the labels of pods (`--kubernetes-enable-pod-labels`). Each
 * minute counts with the share of it that the GPU was busy.
 */
function dcgm(): Preset {
  return [
    {
      measure: 'gpuHoursUsed',
      expr: 'sum by ($by) (sum_over_time(DCGM_FI_DEV_GPU_UTIL[$range:1m])) / 6000',
      labels: new Map(),
    },
  ];
}

const presets = new Map([
  ['kserve', kserve],
  ['knative', knative],
  ['vllm', vllm],
  ['triton', triton],
  ['istio', istio],
  ['dcgm', dcgm],
]);

/** Names of the presets. */
export const presetNames = [...presets.keys()];

/** Queries of a preset; none for an unknown name. */
export function queriesOf(name: string): UsageQuery[] {
  return (presets.get(name)?.() ?? []).map(query => ({
    ...query,
    origin: name,
  }));
}
