import { at, changed, container, edited, Kind } from './edits';
import { Case } from './judges';

const byTag = [{ ...container, image: 'registry.example.com/team/proxy:1' }];

// What KServe, Knative and meshes put into what they make.
function made(
  kind: Kind,
  [apiVersion, owner, controller]: [string, string, boolean?],
  judged: boolean,
): Case {
  const pod = kind === 'pod' ? 'spec' : 'spec.template.spec';
  return changed(
    `${kind} of ${apiVersion} ${owner} ${controller}`,
    judged ? ['pinned-images'] : [],
    kind,
    at(`${pod}.initContainers`, byTag),
    at('metadata.ownerReferences', [
      {
        apiVersion,
        kind: owner,
        name: 'maker',
        uid: '1',
        ...(controller !== undefined && { controller }),
      },
    ]),
  );
}

const owned: Case[] = [
  made('pod', ['apps/v1', 'ReplicaSet', true], false),
  made('pod', ['apps/v1', 'StatefulSet', true], false),
  made('pod', ['batch/v1', 'Job', true], false),
  made('pod', ['argoproj.io/v1alpha1', 'Workflow', true], false),
  made(
    'deployment',
    ['serving.kserve.io/v1beta1', 'InferenceService', true],
    false,
  ),
  made('deployment', ['serving.knative.dev/v1', 'Revision', true], false),
  made('job', ['batch/v1', 'CronJob', true], false),
  made('job', ['keda.sh/v1alpha1', 'ScaledJob', true], false),
  made(
    'knative-service',
    ['serving.kserve.io/v1beta1', 'InferenceService', true],
    false,
  ),
  // Whoever does not make it, or is not judged, vouches for nothing.
  made('pod', ['apps/v1', 'ReplicaSet', false], true),
  made('pod', ['apps/v1', 'ReplicaSet'], true),
  made('pod', ['v1', 'ConfigMap', true], true),
  made('pod', ['kubeflow.org/v1', 'PyTorchJob', true], true),
  made('pod', ['apps.example.com/v1', 'ReplicaSet', true], true),
];

const asKind = (apiVersion: string, kind: string, pod: string): Case => ({
  name: `a bare ${kind}`,
  breaks: ['pinned-images'],
  object: edited(
    'deployment',
    at('apiVersion', apiVersion),
    at('kind', kind),
    at('spec', {}),
    at(pod, { containers: byTag }),
  ),
});

/** Cases of who made an object, and of kinds that are made by hand rarely. */
export const ownerCases: Case[] = [
  ...owned,
  asKind('apps/v1', 'StatefulSet', 'spec.template.spec'),
  asKind('apps/v1', 'DaemonSet', 'spec.template.spec'),
  asKind('apps/v1', 'ReplicaSet', 'spec.template.spec'),
  asKind('serving.knative.dev/v1', 'Configuration', 'spec.template.spec'),
  asKind('serving.knative.dev/v1', 'Revision', 'spec'),
  asKind(
    'leaderworkerset.x-k8s.io/v1',
    'LeaderWorkerSet',
    'spec.leaderWorkerTemplate.workerTemplate.spec',
  ),
  changed(
    'a Rollout that refers to a workload',
    [],
    'rollout',
    at('spec', {
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'x' },
    }),
  ),
  changed(
    'several rules at once',
    [
      'labels',
      'annotations',
      'verdict',
      'pinned-images',
      'limits',
      'unprivileged',
      'registries',
      'licenses',
    ],
    'pod',
    at('metadata', {
      name: 'case',
      labels: {
        'app.kubernetes.io/component': 'ai-training',
        'modelyard.io/environment': 'prod',
      },
    }),
    at('spec', { containers: [{ name: 'x', image: 'python' }] }),
  ),
];
