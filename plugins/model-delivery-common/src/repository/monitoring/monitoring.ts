import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { PlannedEnvironment } from '../../plan/selectEnvironments';
import { ObjectType } from '../../runtimes/Runtime';
import { serviceLabels } from '../labels';
import { RepositoryModel, YamlObject } from '../types';
import { alertRules, alertTypes } from './alerts';
import { dashboardOf, dashboardTypes } from './dashboard';
import { monitorsOf, monitorTypes } from './monitors';
import { signalsOf } from './signals';

/** Every kind that monitoring may add to an overlay. */
export const monitoringTypes: readonly ObjectType[] = [
  ...monitorTypes,
  ...alertTypes,
  ...dashboardTypes,
];

/**
 * What watches a service in one environment: a ServiceMonitor or PodMonitor, a
 * PrometheusRule and a Grafana dashboard, each unless the input leaves it out.
 * Alerts and dashboard ask the same queries.
 */
export function monitoringObjects(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  const {
    serviceMonitor = true,
    rules = true,
    dashboard = true,
  } = repository.input.monitoring ?? {};
  const labels = {
    ...serviceLabels(repository),
    [modelLabels.environment]: environment.input.name,
  };
  const signals = signalsOf(repository, environment);
  const shared = { signals, labels };
  return [
    ...(serviceMonitor ? monitorsOf(repository, labels) : []),
    ...(rules ? [alertRules(repository, environment, shared)] : []),
    ...(dashboard ? [dashboardOf(repository, environment, shared)] : []),
  ];
}
