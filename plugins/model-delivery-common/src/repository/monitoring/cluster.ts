import { RuntimeKey } from '../../input/runtimeOptions';
import { RepositoryModel } from '../types';
import { is, Matcher, matches, series } from './promql';

/** What the cluster says about the Pods of a service. */
export interface Cluster {
  /** Replicas that should be there. */
  wanted: string;
  ready: string;
  /** Containers that start again and again. */
  crashing: string;
  /** Cores in use. */
  cpu: string;
  /** Bytes in use. */
  memory: string;
  /** Busy share of the GPUs, 0 to 100. */
  gpu: string;
}

// Kubernetes and Knative (kmeta.ChildName) shorten what would be too long for a
// label: the beginning stays, a hash of the whole follows.
const longest = 63;
const hashed = 31;

/** Name of the Deployment that Knative makes of a revision. */
function revisionDeployment(revision: string, length: number): string {
  const suffix = '-deployment';
  return length + suffix.length <= longest
    ? `${revision}${suffix}`
    : `${revision.slice(0, hashed - suffix.length)}[0-9a-f]{32}${suffix}`;
}

const patterns: Readonly<Record<RuntimeKey, (name: string) => string>> = {
  'kserve/standard': name => `${name}(-canary)?-predictor-[0-9a-z]+`,
  'kserve/knative': name => {
    const revision = `${name}-predictor-[0-9]{5}`;
    const length = `${name}-predictor-00001`.length;
    return `${revisionDeployment(revision, length)}-[0-9a-z]+`;
  },
  'kserve-llm': name => `${name}-kserve-[0-9a-z]+`,
  knative: name => {
    const revision = `${name}-[0-9a-f]{8}`;
    const length = `${name}-00000000`.length;
    return `${revisionDeployment(revision, length)}-[0-9a-z]+`;
  },
  deployment: name => `${name}-[0-9a-z]+`,
  'retraining-job': name => `${name}-[0-9a-z]+`,
  'batch-inference': name => `${name}-[0-9a-z]+`,
};

/** Whether Argo Workflows runs a job. */
export function isWorkflow({ input }: RepositoryModel): boolean {
  const trigger = input.job?.trigger;
  return (
    input.runtime.kind === 'retraining-job' &&
    trigger?.kind === 'schedule' &&
    trigger.engine === 'argo-workflows'
  );
}

/** Kind and name of what makes the Pods of a service. */
export function ownerOf(
  repository: RepositoryModel,
  key: RuntimeKey,
): { kind: 'ReplicaSet' | 'Job' | 'Workflow'; names: string } {
  const { name } = repository.input;
  if (isWorkflow(repository)) {
    return { kind: 'Workflow', names: `${name}-[0-9]+` };
  }
  const job = key === 'retraining-job' || key === 'batch-inference';
  return { kind: job ? 'Job' : 'ReplicaSet', names: patterns[key](name) };
}

/** The Pods of a service as a factor of 1; names alone may be cut off. */
export function ownPods(
  repository: RepositoryModel,
  key: RuntimeKey,
  namespace: string,
): string {
  const { kind, names } = ownerOf(repository, key);
  const owner = series('kube_pod_owner', [
    is('namespace', namespace),
    is('owner_kind', kind),
    matches('owner_name', names),
  ]);
  return `on (namespace, pod) group_left () max by (namespace, pod) (${owner})`;
}

/**
 * Queries over kube-state-metrics, the kubelet (cAdvisor) and, for NVIDIA, the
 * DCGM exporter with `honorLabels`. ReplicaSets are counted, for Deployments,
 * Rollouts, Knative and KServe all make them.
 */
export function clusterOf(
  repository: RepositoryModel,
  key: RuntimeKey,
  namespace: string,
): Cluster {
  const inNamespace = is('namespace', namespace);
  const { names } = ownerOf(repository, key);
  const pods = ownPods(repository, key, namespace);
  const containers: Matcher[] = [
    inNamespace,
    { label: 'container', op: '=~', value: '.+' },
  ];
  const replicas = (metric: string) =>
    `sum(${series(metric, [inNamespace, matches('replicaset', names)])})`;
  const waiting = series('kube_pod_container_status_waiting_reason', [
    inNamespace,
    is('reason', 'CrashLoopBackOff'),
  ]);
  const cpu = series('container_cpu_usage_seconds_total', containers);
  const memory = series('container_memory_working_set_bytes', containers);
  const gpu = series('DCGM_FI_DEV_GPU_UTIL', [inNamespace]);
  return {
    wanted: replicas('kube_replicaset_spec_replicas'),
    ready: replicas('kube_replicaset_status_ready_replicas'),
    crashing: `sum(${waiting} * ${pods})`,
    cpu: `sum(rate(${cpu}[5m]) * ${pods})`,
    memory: `sum(${memory} * ${pods})`,
    gpu: `avg(${gpu} * ${pods})`,
  };
}
