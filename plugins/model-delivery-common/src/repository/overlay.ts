import {
  inferenceComponent,
  kubernetesLabels,
  modelLabels,
} from '@modelyard/plugin-model-catalog-common';
import { pointer } from '../input/findings';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { deploymentMode, inferenceServiceType, kustomization } from './base';
import { serviceLabels, workloadAnnotations, workloadLabels } from './labels';
import {
  canaryOf,
  canaryPercent,
  minReplicasOf,
  modelOf,
  modeOf,
  podMetadata,
  scalingOf,
} from './predictor';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

/** File of an overlay that pins version, digest, image and scaling. */
export const releasePatch = 'inferenceservice.patch.yaml';

function add(path: string, value: unknown): YamlObject {
  return { op: 'add', path, value };
}

// `add` below a missing parent fails, where `replace` would invent the path;
// the tests fail the build when the patch meets another object than planned.
function guards(repository: RepositoryModel): YamlObject[] {
  const component = pointer('metadata', 'labels', kubernetesLabels.component);
  return [
    { op: 'test', path: '/metadata/name', value: repository.input.name },
    { op: 'test', path: component, value: inferenceComponent },
    {
      op: 'test',
      path: '/spec/predictor/serviceAccountName',
      value: repository.input.name,
    },
  ];
}

function annotations(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const standard = modeOf(repository) === 'standard';
  return {
    ...workloadAnnotations(repository, environment),
    [deploymentMode]: standard ? 'Standard' : 'Knative',
    ...(standard && { 'serving.kserve.io/autoscalerClass': 'hpa' }),
  };
}

function predictorOperations(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  const percent = canaryPercent(repository, environment);
  if (percent !== undefined && modeOf(repository) === 'standard') {
    return [
      add('/spec/predictor', environment.deployed?.predictor),
      add('/spec/canary', [canaryOf(repository, environment, percent)]),
    ];
  }
  const fields = {
    ...podMetadata(repository, environment),
    ...scalingOf(environment.input),
    ...(percent !== undefined && { canaryTrafficPercent: percent }),
  };
  const model = modelOf(repository, environment.input);
  return [
    ...Object.entries(fields).map(([key, value]) =>
      add(pointer('spec', 'predictor', key), value),
    ),
    ...Object.entries(model).map(([key, value]) =>
      add(pointer('spec', 'predictor', 'model', key), value),
    ),
  ];
}

/** JSON 6902 operations that turn the base into one environment's release. */
export function releaseOperations(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  return [
    ...guards(repository),
    add('/metadata/labels', workloadLabels(repository, environment)),
    add('/metadata/annotations', annotations(repository, environment)),
    ...predictorOperations(repository, environment),
  ];
}

function disruptionBudget(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject {
  const { name } = repository.input;
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: {
      name,
      labels: {
        ...serviceLabels(repository),
        [modelLabels.environment]: environment.input.name,
      },
    },
    spec: {
      maxUnavailable: 1,
      selector: { matchLabels: { [modelLabels.service]: name } },
    },
  };
}

/** Files of `overlays/<environment>/`. */
export function overlayFiles(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): RepositoryFile[] {
  const folder = `overlays/${environment.input.name}`;
  const budget = 'poddisruptionbudget.yaml';
  const spread = minReplicasOf(environment.input) >= 2;
  return [
    {
      path: `${folder}/kustomization.yaml`,
      quoted: true,
      documents: [
        kustomization({
          namespace: environment.input.namespace,
          resources: ['../../base', ...(spread ? [budget] : [])],
          patches: [
            {
              path: releasePatch,
              target: { ...inferenceServiceType, name: repository.input.name },
            },
          ],
        }),
      ],
    },
    {
      path: `${folder}/${releasePatch}`,
      quoted: true,
      documents: [releaseOperations(repository, environment)],
    },
    ...(spread
      ? [
          {
            path: `${folder}/${budget}`,
            documents: [disruptionBudget(repository, environment)],
          },
        ]
      : []),
  ];
}
