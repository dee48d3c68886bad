import { InputError } from '@backstage/errors';
import {
  modelAnnotations,
  modelLabels,
} from '@modelyard/plugin-model-catalog-common';
import { parse } from 'yaml';
import { z } from 'zod';
import { DeployedRelease, PlanFile } from '../plan/types';
import { deploymentMode } from './base';
import { releasePatch } from './overlay';

const operationsSchema = z.array(
  z.object({
    op: z.enum(['add', 'replace', 'test']),
    path: z.string(),
    value: z.unknown(),
  }),
);

const predictorSchema = z.looseObject({
  minReplicas: z.number().optional(),
  maxReplicas: z.number().optional(),
  canaryTrafficPercent: z.number().optional(),
  annotations: z.record(z.string(), z.string()),
  model: z.looseObject({
    storageUri: z.string(),
    image: z.string().optional(),
  }),
});

const serviceSchema = z.object({
  metadata: z.object({
    annotations: z.looseObject({
      [deploymentMode]: z.enum(['Standard', 'Knative']),
    }),
  }),
  spec: z.object({
    predictor: predictorSchema,
    canary: z
      .array(
        z.object({
          trafficPercent: z.number(),
          predictor: z.looseObject({
            annotations: z.record(z.string(), z.string()),
          }),
        }),
      )
      .optional(),
  }),
});

const dnsLabel = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);

// A clone can be pushed: what Git holds is no more trusted than a form.
const kustomizationSchema = z.object({ namespace: dnsLabel });

const identitySchema = z.object({
  modelRef: z.string().regex(/^model:[-\w.]+\/[-\w.]+$/),
  version: z.string().regex(/^[\w.+-]{1,128}$/),
  digest: z.string().regex(/^[a-z0-9]+:[0-9a-f]{32,128}$/),
});

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function set(target: Json, path: string, value: unknown): void {
  const steps = path
    .split('/')
    .slice(1)
    .map(step => step.replace(/~1/g, '/').replace(/~0/g, '~'));
  const last = steps.pop();
  const parent = steps.reduce<unknown>(
    // Own keys only: a pushed patch must not reach the prototype of all objects.
    (node, step) =>
      isObject(node) && Object.hasOwn(node, step) ? node[step] : undefined,
    target,
  );
  if (last === undefined || last === '__proto__' || !isObject(parent)) {
    throw new InputError(`nothing lies at ${path}`);
  }
  parent[last] = value;
}

// The schemas only check: what is kept is the object itself, key by key.
function asWritten(service: Json): Json {
  const { spec } = service;
  return isObject(spec) && isObject(spec.predictor) ? spec.predictor : {};
}

function identity(annotations: Record<string, string>) {
  return identitySchema.parse({
    modelRef: annotations[modelAnnotations.modelRef],
    version: annotations[`${modelLabels.modelVersion}-ref`],
    digest: annotations[modelAnnotations.modelDigest],
  });
}

function canaryIn(
  service: z.infer<typeof serviceSchema>,
  stable: { version: string; digest: string },
): Pick<DeployedRelease, 'canary'> {
  const { predictor, canary } = service.spec;
  if (canary?.length) {
    const { version, digest } = identity(canary[0].predictor.annotations);
    return { canary: { version, digest, percent: canary[0].trafficPercent } };
  }
  const percent = predictor.canaryTrafficPercent;
  if (percent === undefined) return {};
  const { version, digest } = stable;
  return { canary: { version, digest, percent } };
}

function readRelease(
  environment: string,
  texts: { base: string; kustomization: string; patch: string },
): DeployedRelease {
  const { namespace } = kustomizationSchema.parse(parse(texts.kustomization));
  const object: unknown = parse(texts.base);
  if (!isObject(object)) throw new InputError('its base is no object');
  for (const { op, path, value } of operationsSchema.parse(
    parse(texts.patch),
  )) {
    if (op !== 'test') set(object, path, value);
  }
  const service = serviceSchema.parse(object);
  const { predictor } = service.spec;
  const stable = identity(predictor.annotations);
  const standard = service.metadata.annotations[deploymentMode] === 'Standard';
  return {
    environment: dnsLabel.parse(environment),
    namespace,
    mode: standard ? 'standard' : 'knative',
    ...stable,
    ...(predictor.model.image && { image: predictor.model.image }),
    storageUri: predictor.model.storageUri,
    minReplicas: predictor.minReplicas ?? 1,
    maxReplicas: predictor.maxReplicas ?? predictor.minReplicas ?? 1,
    ...canaryIn(service, stable),
    predictor: asWritten(object),
  };
}

/**
 * Reads from the files of a repository what each environment runs: the declared
 * state, for an index that can be rebuilt from Git and for the next plan.
 *
 * @param files - at least `base/` and `overlays/`; others are ignored
 * @returns one release per overlay, sorted by environment. In Knative mode
 *   `version` is the newest, as Git does not name the revision before it.
 * @throws InputError when an overlay can't be understood, for example after a
 *   change by hand; the message names the folder.
 *
 * @public
 */
export function readReleases(files: readonly PlanFile[]): DeployedRelease[] {
  const contents = new Map(files.map(f => [f.path, f.content]));
  const environments = files
    .map(f => /^overlays\/([^/]+)\/kustomization\.yaml$/.exec(f.path)?.[1])
    .filter(name => name !== undefined)
    .sort();
  return environments.map(environment => {
    const folder = `overlays/${environment}`;
    try {
      return readRelease(environment, {
        base: contents.get('base/inferenceservice.yaml') ?? '',
        kustomization: contents.get(`${folder}/kustomization.yaml`) ?? '',
        patch: contents.get(`${folder}/${releasePatch}`) ?? '',
      });
    } catch (cause) {
      throw new InputError(
        `${folder} can't be read; undo changes that were made by hand`,
        cause,
      );
    }
  });
}
