import {
  inferenceComponent,
  kubernetesLabels,
} from '@modelyard/plugin-model-catalog-common';
import { YamlObject } from '../types';
import { requiredAnnotations, requiredLabels } from './rules';

function sample(
  name: string,
  labels: Record<string, string>,
  annotations?: Record<string, string>,
): YamlObject {
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name,
      labels: { [kubernetesLabels.component]: inferenceComponent, ...labels },
      ...(annotations && { annotations }),
    },
    spec: {
      predictor: {
        model: {
          modelFormat: { name: 'sklearn' },
          storageUri: 's3://bucket/model/1/model.joblib',
        },
      },
    },
  };
}

/** An object that the policy must let through. */
export const allowedSample = sample(
  'allowed',
  Object.fromEntries(requiredLabels.map(key => [key, 'passed'])),
  Object.fromEntries(requiredAnnotations.map(key => [key, 'audited'])),
);

/** An object that the policy must refuse. */
export const deniedSample = sample('denied', {});
