import {
  inferenceComponent,
  kubernetesLabels,
  trainingComponent,
} from '@modelyard/plugin-model-catalog-common';

/** Label that says what a workload is. */
export const componentLabel = kubernetesLabels.component;

/** Values of the label that the policies look at. */
export const components = [inferenceComponent, trainingComponent];

/** Kinds of one API group. */
export interface WorkloadGroup {
  group: string;
  version: string;
  /** Kind and the plural that the API server knows it by. */
  kinds: Readonly<Record<string, string>>;
}

/**
 * Kinds that are judged. What a controller of one of them makes (a ReplicaSet of
 * a Deployment, a Deployment of an InferenceService, a Pod of a Job) is not
 * judged again: it carries the same labels, but also the image of a serving
 * runtime that the service does not name, and side-cars of meshes and Knative
 * that nobody pins. Such an object names its maker in `ownerReferences` with
 * `controller: true`; the references are believed, as the API server believes
 * them. A Pod without a maker, or made by a kind that is not listed, is judged
 * itself. That is why ReplicaSets, Workflows, Revisions and the like are listed
 * too: made by hand they would let Pods slip through.
 */
export const workloadGroups: readonly WorkloadGroup[] = [
  {
    group: 'serving.kserve.io',
    version: 'v1beta1',
    kinds: { InferenceService: 'inferenceservices' },
  },
  {
    group: 'serving.kserve.io',
    version: 'v1alpha2',
    kinds: { LLMInferenceService: 'llminferenceservices' },
  },
  {
    group: 'leaderworkerset.x-k8s.io',
    version: 'v1',
    kinds: { LeaderWorkerSet: 'leaderworkersets' },
  },
  {
    group: 'serving.knative.dev',
    version: 'v1',
    kinds: {
      Service: 'services',
      Configuration: 'configurations',
      Revision: 'revisions',
    },
  },
  {
    group: 'apps',
    version: 'v1',
    kinds: {
      Deployment: 'deployments',
      StatefulSet: 'statefulsets',
      DaemonSet: 'daemonsets',
      ReplicaSet: 'replicasets',
    },
  },
  {
    group: 'batch',
    version: 'v1',
    kinds: { Job: 'jobs', CronJob: 'cronjobs' },
  },
  { group: '', version: 'v1', kinds: { Pod: 'pods' } },
  {
    group: 'keda.sh',
    version: 'v1alpha1',
    kinds: { ScaledJob: 'scaledjobs' },
  },
  {
    group: 'argoproj.io',
    version: 'v1alpha1',
    kinds: {
      CronWorkflow: 'cronworkflows',
      Workflow: 'workflows',
      Rollout: 'rollouts',
    },
  },
];

/**
 * Where labels of the object or of its Pods stand, over all kinds. A path that a
 * kind does not have finds nothing there; `[]` means each item of a list, at most
 * once in a path.
 */
export const labelPaths: readonly string[] = [
  'metadata.labels',
  // Deployment and its like, Job, Knative, Rollout.
  'spec.template.metadata.labels',
  'spec.jobTemplate.metadata.labels',
  'spec.jobTemplate.spec.template.metadata.labels',
  'spec.jobTargetRef.template.metadata.labels',
  // InferenceService.
  'spec.predictor.labels',
  'spec.transformer.labels',
  'spec.explainer.labels',
  'spec.canary[].predictor.labels',
  // LLMInferenceService and LeaderWorkerSet.
  'spec.labels',
  'spec.prefill.labels',
  'spec.leaderWorkerTemplate.leaderTemplate.metadata.labels',
  'spec.leaderWorkerTemplate.workerTemplate.metadata.labels',
  // Workflow and CronWorkflow.
  'spec.podMetadata.labels',
  'spec.templates[].metadata.labels',
  'spec.workflowMetadata.labels',
  'spec.workflowSpec.podMetadata.labels',
  'spec.workflowSpec.templates[].metadata.labels',
];

/** Objects of one shape that describe a Pod. */
export interface PodShape {
  /** Identifier in the policies. */
  name: 'templates' | 'predictors' | 'steps';
  /** Where they stand, over all kinds. */
  at: readonly string[];
  /** Where their containers stand below them. */
  containers: readonly string[];
}

/** Where a Pod's own security context stands that steps of a workflow inherit. */
export const inheritedSecurity = [
  'spec.securityContext',
  'spec.workflowSpec.securityContext',
];

/**
 * Everything that describes a Pod. What an object only refers to is not seen: a
 * Rollout's `workloadRef`, a Workflow's `workflowTemplateRef`, KServe's runtimes
 * and `baseRefs`; nor are ephemeral containers, which come by a subresource of
 * their own. KServe's frameworks other than `model` are its
 * old way to name a model; its webhook turns them into `model`, a CI does not.
 */
export const podShapes: readonly PodShape[] = [
  {
    name: 'templates',
    at: [
      // Pod, Revision, and what a Workflow says of all its Pods.
      'spec',
      'spec.workflowSpec',
      'spec.template.spec',
      'spec.jobTemplate.spec.template.spec',
      'spec.jobTargetRef.template.spec',
      // LLMInferenceService.
      'spec.template',
      'spec.worker',
      'spec.prefill.template',
      'spec.prefill.worker',
      'spec.router.scheduler.template',
      'spec.leaderWorkerTemplate.leaderTemplate.spec',
      'spec.leaderWorkerTemplate.workerTemplate.spec',
    ],
    containers: ['containers[]', 'initContainers[]'],
  },
  {
    name: 'predictors',
    at: [
      'spec.predictor',
      'spec.predictor.workerSpec',
      'spec.transformer',
      'spec.explainer',
      'spec.canary[].predictor',
      'spec.canary[].predictor.workerSpec',
    ],
    containers: [
      'containers[]',
      'initContainers[]',
      'model',
      'huggingface',
      'lightgbm',
      'onnx',
      'paddle',
      'pmml',
      'pytorch',
      'sklearn',
      'tensorflow',
      'triton',
      'xgboost',
      'art',
    ],
  },
  {
    name: 'steps',
    at: [
      'spec.templates[]',
      'spec.templateDefaults',
      'spec.workflowSpec.templates[]',
      'spec.workflowSpec.templateDefaults',
    ],
    containers: [
      'container',
      'script',
      'containerSet.containers[]',
      'initContainers[]',
      'sidecars[]',
    ],
  },
];
