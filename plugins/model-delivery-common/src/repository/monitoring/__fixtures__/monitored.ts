import { context, environment, service } from '../../../__fixtures__/service';
import { kafkaTrigger, scalings, variants } from '../../../__fixtures__/variants';
import { RuntimeKey, runtimeOptions } from '../../../input/runtimeOptions';
import { ServiceInput } from '../../../input/serviceInputSchema';
import { selectEnvironments } from '../../../plan/selectEnvironments';
import { RepositoryModel, YamlObject } from '../../types';
import { monitoringObjects } from '../monitoring';

/** An alert of a PrometheusRule. */
export interface Rule {
  alert: string;
  expr: string;
  for: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

interface Dashboard {
  uid: string;
  panels: {
    title: string;
    fieldConfig: { defaults: { unit: string } };
    targets: { expr: string; legendFormat: string }[];
  }[];
}

const keys = Object.keys(runtimeOptions) as RuntimeKey[];

function modelOf(
  input: ServiceInput,
  modelFormat = 'sklearn',
): RepositoryModel {
  const given = context();
  if (!given.model) throw new Error('the fixture has no model');
  return {
    input,
    context: given,
    model: given.model,
    storage: {
      storageUri: 's3://models/credit-risk/7',
      modelFormat,
      sizeBytes: 4096,
      loadSeconds: 120,
    },
    selection: selectEnvironments(input, given, 'preview'),
  };
}

export function objectsOf(input: ServiceInput, modelFormat?: string): YamlObject[] {
  const repository = modelOf(input, modelFormat);
  return monitoringObjects(repository, repository.selection.planned[0]);
}

export function kindsOf(input: ServiceInput, modelFormat?: string): unknown[] {
  return objectsOf(input, modelFormat).map(({ kind }) => kind);
}

export function specOf(objects: YamlObject[], kind: string): YamlObject {
  const found = objects.find(object => object.kind === kind);
  return (found?.spec ?? found?.data ?? {}) as YamlObject;
}

export function groupsOf(input: ServiceInput, modelFormat?: string) {
  const { groups } = specOf(objectsOf(input, modelFormat), 'PrometheusRule');
  return groups as { name: string; rules: Rule[] }[];
}

export const rulesOf = (input: ServiceInput, modelFormat?: string): Rule[] =>
  groupsOf(input, modelFormat).flatMap(({ rules }) => rules);

export function dashboardOf(input: ServiceInput): Dashboard {
  const [text] = Object.values(specOf(objectsOf(input), 'ConfigMap'));
  return JSON.parse(String(text));
}

export const gpu = { resource: 'nvidia.com/gpu', count: 1 };
export const drift = {
  query: 'max(drift_psi{model="credit-risk"}) # PSI',
  above: 0.2,
};
const longName = 'a-service-whose-name-is-as-long-as-a-name-may-be-here';
export const job = variants['retraining-job'];

/** Every runtime, and what changes its queries. */
export const inputs: [string, ServiceInput][] = [
  ...keys.map((key): [string, ServiceInput] => [key, variants[key]]),
  ...keys.map((key): [string, ServiceInput] => [
    `${key} with a long name, GPU and drift`,
    {
      ...variants[key],
      name: longName,
      monitoring: { drift },
      environments: variants[key].environments.map(e => ({
        ...e,
        resources: { ...e.resources, gpu },
      })),
    },
  ]),
  [
    'a workflow',
    {
      ...job,
      job: {
        trigger: {
          kind: 'schedule',
          cron: '0 5 1 * *',
          engine: 'argo-workflows',
        },
      },
    },
  ],
  ['a job by events', { ...job, job: { trigger: kafkaTrigger } }],
  [
    'a canary',
    service({
      environments: [
        environment('prod', {
          scaling: scalings.hpa,
          rollout: { kind: 'canary', percent: 10 },
        }),
      ],
    }),
  ],
];
