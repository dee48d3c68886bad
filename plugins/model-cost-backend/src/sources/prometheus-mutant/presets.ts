import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { UsageQuery } from './UsageQuery';

/** Each in the order of its queries; names of metrics are those of the version named. */
type Preset = Omit<UsageQuery, 'origin'>[];

/** Where a preset finds whom a metric belongs to. */
type Subject = Pick<UsageQuery, 'labels' | 'toService'>;

function counted(selector: string): string {
  return `sum by ($by) (max_over_time(${selector}[$range]))`;
}

/** 0 where nothing failed, as the series of a failure begins with the first one. */
function failed(all: string, some: string): string {
  return `${counted(some)} or ${counted(all)} * 0`;
}

/** Buckets are added up first; quantiles of parts don't add. */
function latency(
  bucket: string,
  secondsPerUnit: number,
  of: Subject,
): Preset[number] {
  const expr = `sum by (le, $by) (increase(${bucket}[$range]))`;
  return { measure: 'latencyBuckets', expr, secondsPerUnit, ...of };
}

/** InferenceServices of KServe append it, older ones with `-default` or `-canary`. */
function withoutPredictor(name: string): string {
  return name.replace(/-predictor(-default|-canary)?$/, '') || name;
}

/** Revisions of Knative, and the private service behind each. */
function withoutRevision(name: string): string {
  return withoutPredictor(name.replace(/-\d{5}(-private)?$/, '') || name);
}

/** Pods of KServe are named after their InferenceService; others guess nothing. */
function serviceOfPod(pod: string): string | undefined {
  return /^(.+)-predictor(-default)?-/.exec(pod)?.[1];
}

/**
 * Python model server of KServe 0.10 to 0.15, whose `model_name` is that of the
 * InferenceService. It does not count failures.
 */
function kserve(): Preset {
  const of = { labels: new Map([[modelLabels.service, ['model_name']]]) };
  return [
    {
      measure: 'requests',
      expr: counted('request_predict_seconds_count'),
      ...of,
    },
    latency('request_predict_seconds_bucket', 1, of),
  ];
}

/**
 * Queue proxy of Knative Serving: `revision_…` up to 1.18, `kn_serving_…` from 1.19
 * on, which counts what the container of the model answered.
 */
function knative(): Preset {
  const named = ['configuration_name', 'kn_configuration_name'];
  const of = {
    labels: new Map([[modelLabels.service, named]]),
    toService: withoutPredictor,
  };
  const older = 'revision_request_count';
  const newer = 'kn_serving_invocation_duration_seconds';
  const olderFailed = failed(older, `${older}{response_code_class="5xx"}`);
  const newerFailed = failed(
    `${newer}_count`,
    `${newer}_count{http_response_status_code=~"5.."}`,
  );
  return [
    { measure: 'requests', expr: counted(older), ...of },
    { measure: 'requests', expr: counted(`${newer}_count`), ...of },
    { measure: 'failedRequests', expr: olderFailed, ...of },
    { measure: 'failedRequests', expr: newerFailed, ...of },
    latency('revision_request_latencies_bucket', 0.001, of),
    latency(`${newer}_bucket`, 1, of),
  ];
}

/**
 * vLLM 0.10. Its `request_success` counts every request that ended, by reason; the
 * reason `error` came later, and without it nothing is said of failures.
 */
function vllm(): Preset {
  const of = { labels: new Map([[modelLabels.model, ['model_name']]]) };
  const ended = 'vllm:request_success_total';
  const ofTokens = (kind: string) => counted(`vllm:${kind}_tokens_total`);
  return [
    { measure: 'requests', expr: counted(ended), ...of },
    {
      measure: 'failedRequests',
      expr: counted(`${ended}{finished_reason="error"}`),
      ...of,
    },
    { measure: 'promptTokens', expr: ofTokens('prompt'), ...of },
    { measure: 'generatedTokens', expr: ofTokens('generation'), ...of },
    latency('vllm:e2e_request_latency_seconds_bucket', 1, of),
  ];
}

/**
 * Triton 2.60. Its `version` is a folder of the model repository, which need not be
 * the registry's, and its latencies are sums without buckets: both are left out.
 */
function triton(): Preset {
  const of = { labels: new Map([[modelLabels.model, ['model']]]) };
  const success = 'nv_inference_request_success';
  const failure = failed(success, 'nv_inference_request_failure');
  const requests = `${counted(success)} + (${failure})`;
  return [
    { measure: 'requests', expr: requests, ...of },
    { measure: 'failedRequests', expr: failure, ...of },
  ];
}

/** Istio 1.5 to 1.24 with sidecars, seen from the workload that answers. */
function istio(): Preset {
  const of = {
    labels: new Map([[modelLabels.service, ['destination_service_name']]]),
    toService: withoutRevision,
  };
  const seen =
    'reporter="destination", destination_service_name!~"unknown|.*Passthrough.*"';
  const all = `istio_requests_total{${seen}}`;
  const some = `istio_requests_total{${seen}, response_code=~"5.."}`;
  return [
    { measure: 'requests', expr: counted(all), ...of },
    { measure: 'failedRequests', expr: failed(all, some), ...of },
    latency(`istio_request_duration_milliseconds_bucket{${seen}}`, 0.001, of),
  ];
}

/**
 * DCGM exporter 4 with `--kubernetes-enable-pod-labels`, or its pods' names. Each
 * minute counts with the share of it that the GPU was busy; 6000 are an hour.
 */
function dcgm(): Preset {
  const pods = ['exported_pod', 'pod'];
  return [
    {
      measure: 'gpuHoursUsed',
      expr: 'sum by ($by) (sum_over_time(DCGM_FI_DEV_GPU_UTIL[$range:1m])) / 6000',
      labels: new Map([[modelLabels.service, pods]]),
      toService: serviceOfPod,
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
