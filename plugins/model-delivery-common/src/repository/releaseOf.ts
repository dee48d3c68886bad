import { InputError } from '@backstage/errors';
import {
  modelAnnotations,
  modelLabels,
} from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod';
import { DeployedRelease } from '../plan/types';
import { readWorkload } from '../runtimes/runtimes';
import { YamlObject } from './types';

const identitySchema = z.object({
  modelRef: z.string().regex(/^model:[-\w.]+\/[-\w.]+$/),
  version: z.string().regex(/^[\w.+-]{1,128}$/),
  digest: z.string().regex(/^[a-z0-9]+:[0-9a-f]{32,128}$/),
});

function identity(annotations: Record<string, string>) {
  return identitySchema.parse({
    modelRef: annotations[modelAnnotations.modelRef],
    version: annotations[`${modelLabels.modelVersion}-ref`],
    digest: annotations[modelAnnotations.modelDigest],
  });
}

/**
 * What an environment runs, by its objects.
 *
 * @throws Error when they are not what was planned
 */
export function releaseOf(
  environment: { name: string; namespace: string },
  objects: readonly YamlObject[],
): DeployedRelease {
  const found = readWorkload(objects);
  if (!found) throw new InputError('no workload is among its objects');
  const { key, workload, declared } = found;
  const { annotations, canary, ...rest } = declared;
  return {
    environment: environment.name,
    namespace: environment.namespace,
    runtime: key,
    ...identity(annotations),
    ...rest,
    ...(canary && {
      canary: {
        ...canaryIdentity(canary.annotations),
        percent: canary.percent,
      },
    }),
    workload,
  };
}

function canaryIdentity(annotations: Record<string, string>) {
  const { version, digest } = identity(annotations);
  return { version, digest };
}
