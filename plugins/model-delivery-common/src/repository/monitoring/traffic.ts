import { RuntimeKey } from '../../input/runtimeOptions';
import { RepositoryModel } from '../types';
import { is, Matcher, matches, p95, rate } from './promql';

/** What a runtime says about its requests. */
export interface Traffic {
  /** Per second. */
  requests: string;
  /** Share that failed, 0 to 1. */
  errors: string;
  /** 95th percentile, in seconds. */
  latency: string;
}

/** Where a Pod of a runtime shows its metrics. */
export interface MetricsPort {
  /** Name of the container's port. */
  port?: string;
  /** Number of the container's port where it has no name. */
  portNumber?: number;
  /** TLS with a certificate that the cluster's own authority signed. */
  https?: boolean;
}

/** Share of the requests that also match; 0 while none does. */
function share(requests: string, of: readonly Matcher[], failed: Matcher) {
  const those = rate(requests, [...of, failed]);
  return `(${those} or vector(0)) / ${rate(requests, of)}`;
}

function byStatus(
  requests: string,
  histogram: string,
  failed: Matcher,
): (of: readonly Matcher[]) => Traffic {
  return of => ({
    requests: rate(requests, of),
    errors: share(requests, of, failed),
    latency: p95(histogram, of),
  });
}

/**
 * KServe's Python servers (`python/kserve/kserve/metrics.py` and `model.py` of
 * 0.20.0) time each step of a request, also when the step fails: a request that
 * was read and never written has failed.
 */
function pythonServer(of: readonly Matcher[]): Traffic {
  const read = rate('request_preprocess_seconds_count', of);
  const written = rate('request_postprocess_seconds_count', of);
  return {
    requests: read,
    errors: `clamp_min(1 - ${written} / ${read}, 0)`,
    latency: p95('request_predict_seconds', of),
  };
}

/**
 * Knative's queue-proxy since 1.21, with `request-metrics-protocol: prometheus`
 * in `config-observability` (`pkg/queue/request_metric.go` of 1.21.3: histogram
 * `kn.serving.invocation.duration`, which the exporter names as below). Before
 * it was `kn_queueproxy_app_duration_seconds` (1.19 and 1.20) and
 * `revision_app_request_latencies` in milliseconds (up to 1.18).
 */
const queueProxy = byStatus(
  'kn_serving_invocation_duration_seconds_count',
  'kn_serving_invocation_duration_seconds',
  matches('http_response_status_code', '5..'),
);

/**
 * vLLM (`docs/design/v1/metrics.md`): its engine counts what it finished, the
 * HTTP server in front (prometheus_fastapi_instrumentator) what it refused.
 */
function vllm(of: readonly Matcher[]): Traffic {
  return {
    requests: rate('vllm:request_success_total', of),
    errors: share('http_requests_total', of, is('status', '5xx')),
    latency: p95('vllm:e2e_request_latency_seconds', of),
  };
}

/** What an image of one's own should show, as client libraries name it. */
const ownImage = byStatus(
  'http_requests_total',
  'http_request_duration_seconds',
  matches('code', '5..'),
);

const traffic: Readonly<
  Record<RuntimeKey, ((of: readonly Matcher[]) => Traffic) | undefined>
> = {
  'kserve/standard': pythonServer,
  'kserve/knative': queueProxy,
  'kserve-llm': vllm,
  knative: queueProxy,
  deployment: ownImage,
  'retraining-job': undefined,
  'batch-inference': undefined,
};

/** Formats that KServe gives to a server which is not one of its Python servers. */
const otherServers: Readonly<Record<string, MetricsPort>> = {
  // TorchServe
  pytorch: { portNumber: 8082 },
  // Triton
  onnx: { portNumber: 8002 },
  // TensorFlow Serving
  tensorflow: { portNumber: 8080 },
  // MLServer
  mlflow: { portNumber: 8080 },
};

const queueProxyPort = { port: 'http-usermetric' };
const vllmPort = { portNumber: 8000, https: true };

/**
 * What the runtime says about its requests; undefined for a job, and for a model
 * server whose metrics tell neither errors nor percentiles in the way of KServe's
 * own: an alert on them could never fire.
 */
export function trafficOf(
  { storage }: RepositoryModel,
  key: RuntimeKey,
  of: readonly Matcher[],
): Traffic | undefined {
  const other =
    key === 'kserve/standard' &&
    Object.hasOwn(otherServers, storage.modelFormat);
  return other ? undefined : traffic[key]?.(of);
}

/**
 * Where Prometheus finds the metrics of a runtime that makes its Services
 * itself: what KServe's runtimes say in `prometheus.kserve.io/port`, Knative's
 * queue-proxy, or vLLM as KServe sets it up.
 */
export function metricsPortOf(
  { storage }: RepositoryModel,
  key: RuntimeKey,
): MetricsPort | undefined {
  switch (key) {
    case 'kserve/standard':
      return otherServers[storage.modelFormat] ?? { portNumber: 8080 };
    case 'kserve/knative':
    case 'knative':
      return queueProxyPort;
    case 'kserve-llm':
      return vllmPort;
    default:
      return undefined;
  }
}
