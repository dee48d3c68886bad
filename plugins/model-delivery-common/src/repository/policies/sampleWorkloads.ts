import { YamlObject } from '../types';

/** What a sample is made of. */
export interface SampleParts {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  container: YamlObject;
  pod: YamlObject;
}

/** How an object of some kind is made from the parts of a sample. */
export interface SampleWorkload {
  make: (name: string, parts: SampleParts) => YamlObject;
  /** Whether it trains rather than serves. */
  trains?: boolean;
}

function object(
  apiVersion: string,
  kind: string,
  name: string,
  { labels, annotations }: SampleParts,
  spec: YamlObject,
): YamlObject {
  return { apiVersion, kind, metadata: { name, labels, annotations }, spec };
}

function podSpec({ container, pod }: SampleParts): YamlObject {
  return { containers: [container], ...pod };
}

function template(parts: SampleParts, more: YamlObject = {}): YamlObject {
  const { labels, annotations } = parts;
  return {
    metadata: { labels, annotations },
    spec: { ...podSpec(parts), ...more },
  };
}

const never = { restartPolicy: 'Never' };

// What makes Pods from a template next to a selector.
function replicated(apiVersion: string, kind: string): SampleWorkload {
  return {
    make: (name, parts) =>
      object(apiVersion, kind, name, parts, {
        selector: {
          matchLabels: {
            'app.kubernetes.io/name': parts.labels['app.kubernetes.io/name'],
          },
        },
        template: template(parts),
      }),
  };
}

// The runtime's image, so the model names none.
const inferenceService: SampleWorkload = {
  make: (name, parts) => {
    const { labels, annotations, container, pod } = parts;
    const { name: _name, image: _image, ...model } = container;
    return object(
      'serving.kserve.io/v1beta1',
      'InferenceService',
      name,
      parts,
      {
        predictor: {
          labels,
          annotations,
          ...pod,
          model: {
            modelFormat: { name: 'sklearn' },
            storageUri: 's3://models/credit-risk/7/model.joblib',
            ...model,
          },
        },
      },
    );
  },
};

const llmInferenceService: SampleWorkload = {
  make: (name, parts) =>
    object('serving.kserve.io/v1alpha2', 'LLMInferenceService', name, parts, {
      model: { uri: 's3://models/assistant/7', name: 'assistant' },
      labels: parts.labels,
      annotations: parts.annotations,
      template: podSpec(parts),
    }),
};

const cronJob: SampleWorkload = {
  trains: true,
  make: (name, parts) =>
    object('batch/v1', 'CronJob', name, parts, {
      schedule: '0 3 * * 1',
      jobTemplate: { spec: { template: template(parts, never) } },
    }),
};

const scaledJob: SampleWorkload = {
  trains: true,
  make: (name, parts) =>
    object('keda.sh/v1alpha1', 'ScaledJob', name, parts, {
      jobTargetRef: { template: template(parts, never) },
      triggers: [
        {
          type: 'kafka',
          metadata: {
            bootstrapServers: 'kafka.example.com:9092',
            consumerGroup: name,
            topic: 'labels',
          },
        },
      ],
    }),
};

const cronWorkflow: SampleWorkload = {
  trains: true,
  make: (name, parts) =>
    object('argoproj.io/v1alpha1', 'CronWorkflow', name, parts, {
      schedules: ['0 3 * * 1'],
      workflowSpec: {
        entrypoint: 'train',
        podMetadata: { labels: parts.labels, annotations: parts.annotations },
        ...parts.pod,
        templates: [{ name: 'train', container: parts.container }],
      },
    }),
};

/** An object of every kind that a service or a job may be planned as, by name. */
export const sampleWorkloads = {
  inferenceservice: inferenceService,
  llminferenceservice: llmInferenceService,
  'knative-service': {
    make: (name, parts) =>
      object('serving.knative.dev/v1', 'Service', name, parts, {
        template: template(parts),
      }),
  },
  deployment: replicated('apps/v1', 'Deployment'),
  rollout: replicated('argoproj.io/v1alpha1', 'Rollout'),
  job: {
    make: (name, parts) =>
      object('batch/v1', 'Job', name, parts, {
        template: template(parts, never),
      }),
  },
  cronjob: cronJob,
  scaledjob: scaledJob,
  cronworkflow: cronWorkflow,
  pod: {
    make: (name, parts) => object('v1', 'Pod', name, parts, podSpec(parts)),
  },
} as const satisfies Record<string, SampleWorkload>;
