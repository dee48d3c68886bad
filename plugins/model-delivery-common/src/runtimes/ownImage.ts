import { z } from 'zod';
import { modelVariables } from '../input/fixedNames';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { refsOf } from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import {
  containerSecurity,
  placementOf,
  podMetadata,
  resourcesWithDisk,
  variables,
} from './pod';

/** Name of the container of a service's own image. */
export const containerName = 'model';

/** User and group that containers of our own run as. */
const userId = 10001;

const defaultPort = 8080;

/** Port of a service's own image. */
export function portOf({ input }: RepositoryModel): number {
  return input.serving?.port ?? defaultPort;
}

/** What says that the model is loaded. */
export function healthOf({ input }: RepositoryModel): YamlObject {
  const path = input.serving?.healthPath;
  return path
    ? { httpGet: { path, port: 'http' } }
    : { tcpSocket: { port: 'http' } };
}

function variablesOf(repository: RepositoryModel): Record<string, string> {
  const { model, storage } = repository;
  return {
    [modelVariables.uri]: storage.storageUri,
    [modelVariables.digest]: model.digest,
    [modelVariables.ref]: refsOf(repository).model,
    [modelVariables.version]: model.version,
  };
}

/** The container of a service's own image. */
export function containerOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  more: { fields?: YamlObject; env?: Record<string, string> } = {},
): YamlObject {
  return {
    ...baseContainer(),
    image: repository.input.image,
    ...more.fields,
    env: variables(repository, { ...variablesOf(repository), ...more.env }),
    resources: resourcesWithDisk(repository, environment.input),
  };
}

/** What holds for the container in every environment. */
export function baseContainer(): YamlObject {
  return {
    name: containerName,
    securityContext: { ...containerSecurity, readOnlyRootFilesystem: true },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }],
  };
}

/** What holds for the Pod of a service's own image in every environment. */
export function basePod({ input }: RepositoryModel): YamlObject {
  return {
    serviceAccountName: input.name,
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: userId,
      runAsGroup: userId,
      fsGroup: userId,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    volumes: [{ name: 'tmp', emptyDir: {} }],
  };
}

/** Template of the Pods of a service's own image. */
export function podTemplate(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
  container: YamlObject,
  more: YamlObject = {},
): YamlObject {
  return {
    metadata: podMetadata(repository, environment),
    spec: {
      ...basePod(repository),
      ...more,
      ...placementOf(repository, environment, { spreadByDefault: true }),
      containers: [container],
    },
  };
}

/** Shape of {@link podTemplate}, for reading it back. */
export const podTemplateSchema = z.object({
  metadata: z.object({
    annotations: z.record(z.string(), z.string()),
  }),
  spec: z.object({
    containers: z
      .array(
        z.object({
          image: z.string(),
          env: z.array(
            z.object({ name: z.string(), value: z.string().optional() }),
          ),
        }),
      )
      .min(1),
  }),
});

/** What a Pod template says about the model it runs. */
export function readPodTemplate(template: z.infer<typeof podTemplateSchema>) {
  const { image, env } = template.spec.containers[0];
  const storageUri = env.find(({ name }) => name === modelVariables.uri)?.value;
  return {
    annotations: template.metadata.annotations,
    image,
    ...(storageUri !== undefined && { storageUri }),
  };
}
