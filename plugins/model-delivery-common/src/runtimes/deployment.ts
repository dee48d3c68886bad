import { modelLabels } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import {
  serviceLabels,
  workloadAnnotations,
  workloadLabels,
} from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import { apiVersionOf, makeObject } from './objects';
import {
  baseContainer,
  basePod,
  containerOf,
  healthOf,
  podTemplate,
  podTemplateSchema,
  portOf,
  readPodTemplate,
} from './ownImage';
import { readinessProbe, startupProbe } from './pod';
import { ObjectType, Runtime } from './Runtime';
import { scalersOf, scalerTypes } from './scalers';

const deploymentType: ObjectType = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
};
const serviceType: ObjectType = { group: '', version: 'v1', kind: 'Service' };
const rolloutType: ObjectType = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  kind: 'Rollout',
};

const previewSuffix = 'preview';
const historyLimit = 5;

function selector({ input }: RepositoryModel): Record<string, string> {
  return { [modelLabels.service]: input.name };
}

function service(repository: RepositoryModel, suffix?: string): YamlObject {
  return makeObject(
    repository,
    serviceType,
    {
      spec: {
        selector: selector(repository),
        ports: [
          { name: 'http', port: 80, targetPort: 'http', protocol: 'TCP' },
        ],
      },
    },
    { suffix },
  );
}

/** Whether Argo Rollouts runs the Pods in place of the Deployment. */
function isProgressive({ input: { rollout } }: PlannedEnvironment): boolean {
  return rollout !== undefined && rollout.kind !== 'rolling';
}

function fixedReplicas({ input: { scaling } }: PlannedEnvironment): YamlObject {
  if (!scaling) return { replicas: 1 };
  return 'replicas' in scaling ? { replicas: scaling.replicas } : {};
}

function strategyOf(
  repository: RepositoryModel,
  { input: { rollout } }: PlannedEnvironment,
): YamlObject {
  const { name } = repository.input;
  if (rollout?.kind === 'canary') {
    // It waits at the first step until somebody promotes it.
    const steps = [{ setWeight: rollout.percent }, { pause: {} }];
    return { canary: { maxSurge: '25%', maxUnavailable: 0, steps } };
  }
  return {
    blueGreen: {
      activeService: name,
      previewService: `${name}-${previewSuffix}`,
      autoPromotionEnabled: false,
      scaleDownDelaySeconds: 300,
    },
  };
}

function rolloutOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const metadata = {
    labels: workloadLabels(repository, environment),
    annotations: workloadAnnotations(repository, environment),
  };
  const spec = {
    ...fixedReplicas(environment),
    revisionHistoryLimit: historyLimit,
    workloadRef: {
      apiVersion: apiVersionOf(deploymentType),
      kind: deploymentType.kind,
      name: repository.input.name,
      // The Deployment's own Pods go when the Rollout's are there.
      scaleDown: 'onsuccess',
    },
    strategy: strategyOf(repository, environment),
  };
  return makeObject(repository, rolloutType, { spec }, metadata);
}

function container(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const health = healthOf(repository);
  return containerOf(repository, environment, {
    fields: {
      ports: [
        { name: 'http', containerPort: portOf(repository), protocol: 'TCP' },
      ],
      startupProbe: startupProbe(repository, health),
      readinessProbe: readinessProbe(health),
      // The path says whether it can work, the port whether it is there at all.
      ...('httpGet' in health && {
        livenessProbe: {
          tcpSocket: { port: 'http' },
          periodSeconds: 30,
          failureThreshold: 5,
        },
      }),
    },
  });
}

function deployment(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const template = podTemplate(
    repository,
    environment,
    container(repository, environment),
  );
  const spec = {
    ...(!isProgressive(environment) && fixedReplicas(environment)),
    revisionHistoryLimit: historyLimit,
    selector: { matchLabels: selector(repository) },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } },
    template,
  };
  return makeObject(
    repository,
    deploymentType,
    { spec },
    {
      labels: workloadLabels(repository, environment),
      annotations: workloadAnnotations(repository, environment),
    },
  );
}

function targetRef(
  { input }: RepositoryModel,
  environment: PlannedEnvironment,
) {
  const type = isProgressive(environment) ? rolloutType : deploymentType;
  return { apiVersion: apiVersionOf(type), kind: type.kind, name: input.name };
}

const writtenSchema = z.object({
  spec: z.object({
    replicas: z.number().optional(),
    template: podTemplateSchema,
  }),
});

/** Deployment and Service with an image of one's own. */
export const deploymentRuntime: Runtime = {
  workload: () => deploymentType,
  kinds: [deploymentType, serviceType, rolloutType, ...scalerTypes],

  base: repository => [
    makeObject(repository, deploymentType, {
      spec: {
        selector: { matchLabels: selector(repository) },
        template: {
          metadata: { labels: serviceLabels(repository) },
          spec: { ...basePod(repository), containers: [baseContainer()] },
        },
      },
    }),
    service(repository),
  ],

  release(repository, environment) {
    const { rollout } = environment.input;
    const scalers = scalersOf(
      repository,
      environment,
      targetRef(repository, environment),
    );
    return [
      deployment(repository, environment),
      service(repository),
      ...(isProgressive(environment)
        ? [rolloutOf(repository, environment)]
        : []),
      ...(rollout?.kind === 'blue-green'
        ? [service(repository, previewSuffix)]
        : []),
      ...scalers,
    ];
  },

  read(workload) {
    const { replicas = 1, template } = writtenSchema.parse(workload).spec;
    return {
      ...readPodTemplate(template),
      minReplicas: replicas,
      maxReplicas: replicas,
    };
  },
};
