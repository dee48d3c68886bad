import {
  modelLabels,
  toOpenCostLabel,
} from '@modelyard/plugin-model-catalog-common';
import { PlannedEnvironment } from '../../plan/selectEnvironments';
import { makeObject } from '../../runtimes/objects';
import { workloadLabels } from '../labels';
import { RepositoryModel, YamlObject } from '../types';
import { Signals } from './signals';

const ruleType = {
  group: 'monitoring.coreos.com',
  version: 'v1',
  kind: 'PrometheusRule',
};
const defaultErrorPercent = 1;
const defaultLatencySeconds = 1;
const leastPatienceMinutes = 15;

/** Kinds that alerts add to a repository. */
export const alertTypes = [ruleType];

interface Alert {
  name: string;
  query: string;
  /** How long it must hold. */
  minutes: number;
  severity: 'critical' | 'warning';
  /** Templates of Prometheus: no text of the form but names belongs here. */
  summary: string;
  runbook: string;
}

function trafficAlerts(
  { input: { monitoring } }: RepositoryModel,
  { traffic }: Signals,
): Alert[] {
  if (!traffic) return [];
  const percent = monitoring?.errorPercent ?? defaultErrorPercent;
  const seconds = monitoring?.latencySeconds ?? defaultLatencySeconds;
  return [
    {
      name: 'ModelErrors',
      query: `100 * ${traffic.errors} > ${percent}`,
      minutes: 10,
      severity: 'critical',
      summary: `{{ $value | printf "%.2f" }} % of the requests fail; ${percent} % may.`,
      runbook:
        'Look at the logs of the Pods for the failing step. If it began with a release, revert that commit: it restores the version, image and configuration before it.',
    },
    {
      name: 'ModelLatency',
      query: `${traffic.latency} > ${seconds}`,
      minutes: 10,
      severity: 'warning',
      summary: `Of 100 requests 5 take longer than {{ $value | printf "%.2f" }} s; ${seconds} s are allowed.`,
      runbook:
        'Compare with requests, CPU, memory and GPU on the dashboard. Saturated replicas want a higher maximum or more resources; a new version that is slower on its own wants a revert.',
    },
  ];
}

function driftAlerts({ drift }: Signals): Alert[] {
  if (!drift) return [];
  return [
    {
      name: 'ModelDrift',
      // On lines of its own: the query may end in a comment.
      query: `(\n${drift.query}\n) > ${drift.above}`,
      minutes: 30,
      severity: 'warning',
      summary: `The measure of drift is {{ $value }}; up to ${drift.above} is allowed.`,
      runbook:
        'Compare what comes in with the data the version was trained on. If it has changed for good, retrain, hand the evaluation of the new version in as evidence, and release it when its gate is open.',
    },
  ];
}

function replicaAlerts(
  { storage }: RepositoryModel,
  { cluster, runs }: Signals,
): Alert[] {
  if (runs) return [];
  const loading = Math.ceil(storage.loadSeconds / 60) + 5;
  return [
    {
      name: 'ModelReplicasUnavailable',
      query: `${cluster.wanted} - ${cluster.ready} > 0`,
      minutes: Math.max(leastPatienceMinutes, loading),
      severity: 'critical',
      summary: '{{ $value }} replicas are not ready.',
      runbook:
        'Describe the Pods that are not ready: no node fits (resources, GPU, placement), the image or the model is not loaded, or the probe fails. A release that does not come up is reverted by its commit.',
    },
    {
      name: 'ModelCrashLooping',
      query: `${cluster.crashing} > 0`,
      minutes: 5,
      severity: 'critical',
      summary: '{{ $value }} containers start again and again.',
      runbook:
        'Read the log of the container before its last start. Memory that is too small for the model shows as OOMKilled in the description of the Pod.',
    },
  ];
}

function jobAlerts({ runs, overdue }: Signals): Alert[] {
  if (!runs) return [];
  const failed: Alert = {
    name: 'ModelJobFailed',
    query: `${runs.failed} unless on (namespace) (${runs.succeeded} > on (namespace) ${runs.failed})`,
    minutes: 1,
    severity: 'critical',
    summary: 'The last run that ended has failed.',
    runbook:
      'Read the log of the failed Pod; it is kept for a week. Start the job again when its cause is gone, or wait for its next run.',
  };
  if (!overdue) return [failed];
  return [
    failed,
    {
      name: 'ModelJobOverdue',
      query: `${overdue.seconds} > ${overdue.allowed}`,
      minutes: 5,
      severity: 'warning',
      summary: `No run has succeeded for {{ $value | humanizeDuration }}.`,
      runbook:
        'See whether the schedule is suspended, whether runs wait for a node, and whether one still runs: a second does not start beside it.',
    },
  ];
}

/** Labels of an alert: those of the workload that say whose it is. */
function alertLabels(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): Record<string, string> {
  const labels = workloadLabels(repository, environment);
  const { service, environment: place, model, owner } = modelLabels;
  return Object.fromEntries(
    [service, place, model, owner].map(key => [
      toOpenCostLabel(key),
      labels[key],
    ]),
  );
}

/** The PrometheusRule of one environment. */
export function alertRules(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  { signals, labels }: { signals: Signals; labels: Record<string, string> },
): YamlObject {
  const { name } = repository.input;
  const own = alertLabels(repository, environment);
  const alerts = [
    ...trafficAlerts(repository, signals),
    ...replicaAlerts(repository, signals),
    ...jobAlerts(signals),
    ...driftAlerts(signals),
  ];
  const rules = alerts.map(alert => ({
    alert: alert.name,
    expr: alert.query,
    for: `${alert.minutes}m`,
    labels: { severity: alert.severity, ...own },
    annotations: {
      summary: `${name} in ${environment.input.name}: ${alert.summary}`,
      runbook: alert.runbook,
    },
  }));
  const spec = { groups: [{ name, interval: '1m', rules }] };
  return makeObject(repository, ruleType, { spec }, { labels });
}
