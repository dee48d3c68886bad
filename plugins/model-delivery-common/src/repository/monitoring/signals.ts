import {
  modelLabels,
  toOpenCostLabel,
} from '@modelyard/plugin-model-catalog-common';
import { RuntimeKey, runtimeKeyOf } from '../../input/runtimeOptions';
import { PlannedEnvironment } from '../../plan/selectEnvironments';
import { RepositoryModel } from '../types';
import { Cluster, clusterOf } from './cluster';
import { is } from './promql';
import { Runs, overdueOf, runsOf } from './runs';
import { Traffic, trafficOf } from './traffic';

/** What is known of a service in one environment: alerts and dashboard share it. */
export interface Signals {
  key: RuntimeKey;
  cluster: Cluster;
  /** Absent where the runtime says nothing of its requests. */
  traffic?: Traffic;
  /** Only for a job. */
  runs?: Runs;
  /** Only for a job that runs by the clock. */
  overdue?: { seconds: string; allowed: number };
  drift?: { query: string; above: number };
}

/**
 * Labels of a Pod that its series carry too, by ServiceMonitor and PodMonitor;
 * whoever scrapes in another way has to add them.
 */
export const seriesLabels = [
  modelLabels.service,
  modelLabels.environment,
  modelLabels.model,
  modelLabels.modelVersion,
];

/** The queries about one environment. */
export function signalsOf(
  repository: RepositoryModel,
  { input: { namespace } }: PlannedEnvironment,
): Signals {
  const { name, runtime, monitoring } = repository.input;
  const key = runtimeKeyOf(runtime);
  const job = key === 'retraining-job' || key === 'batch-inference';
  const traffic = trafficOf(repository, key, [
    is('namespace', namespace),
    is(toOpenCostLabel(modelLabels.service), name),
  ]);
  const overdue = overdueOf(repository, namespace);
  return {
    key,
    cluster: clusterOf(repository, key, namespace),
    ...(traffic && { traffic }),
    ...(job && { runs: runsOf(repository, namespace) }),
    ...(overdue && { overdue }),
    ...(monitoring?.drift && { drift: monitoring.drift }),
  };
}
