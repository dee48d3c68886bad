import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { runtimeKeyOf } from '../../input/runtimeOptions';
import { makeObject } from '../../runtimes/objects';
import { RepositoryModel, YamlObject } from '../types';
import { seriesLabels } from './signals';
import { metricsPortOf, MetricsPort } from './traffic';

const group = 'monitoring.coreos.com';
const serviceMonitorType = { group, version: 'v1', kind: 'ServiceMonitor' };
const podMonitorType = { group, version: 'v1', kind: 'PodMonitor' };
const interval = '30s';
const metricsPath = '/metrics';
/** Name of the port of the Service that a Deployment has. */
const servicePort = 'http';

/** Kinds that monitoring may add to a repository. */
export const monitorTypes = [serviceMonitorType, podMonitorType];

function selector({ input }: RepositoryModel): YamlObject {
  return { matchLabels: { [modelLabels.service]: input.name } };
}

/** Through the Service, for a Deployment. */
function serviceMonitor(
  repository: RepositoryModel,
  labels: Record<string, string>,
): YamlObject {
  const { name, serving } = repository.input;
  const path = serving?.metricsPath ?? metricsPath;
  // A Service for previews leads to the same Pods: they would count twice.
  const relabelings = [
    {
      action: 'keep',
      sourceLabels: ['__meta_kubernetes_service_name'],
      regex: name,
    },
  ];
  const spec = {
    selector: selector(repository),
    podTargetLabels: seriesLabels,
    endpoints: [{ port: servicePort, path, interval, relabelings }],
  };
  return makeObject(repository, serviceMonitorType, { spec }, { labels });
}

function endpoint({ https, ...port }: MetricsPort): YamlObject {
  return {
    ...port,
    path: metricsPath,
    interval,
    ...(https && {
      scheme: 'https',
      // KServe signs it for the Service's name, not for a Pod's address.
      tlsConfig: { insecureSkipVerify: true },
    }),
  };
}

/** On the Pods, where KServe or Knative make the Services themselves. */
function podMonitor(
  repository: RepositoryModel,
  port: MetricsPort,
  labels: Record<string, string>,
): YamlObject {
  const spec = {
    selector: selector(repository),
    podTargetLabels: seriesLabels,
    podMetricsEndpoints: [endpoint(port)],
  };
  return makeObject(repository, podMonitorType, { spec }, { labels });
}

/** What makes the Prometheus operator scrape a service; nothing for a job. */
export function monitorsOf(
  repository: RepositoryModel,
  labels: Record<string, string>,
): YamlObject[] {
  const key = runtimeKeyOf(repository.input.runtime);
  if (key === 'deployment') return [serviceMonitor(repository, labels)];
  const port = metricsPortOf(repository, key);
  return port ? [podMonitor(repository, port, labels)] : [];
}
