import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod';
import { DeployedRelease, PlanFile } from '../plan/types';
import { applyPatch } from './patch';
import { releaseOf } from './releaseOf';
import { YamlObject } from './types';

const operationsSchema = z.array(
  z.object({
    op: z.enum(['add', 'replace', 'test']),
    path: z.string(),
    value: z.unknown(),
  }),
);

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string() }),
});

const dnsLabel = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/);

const relativeFile = z
  .string()
  .regex(/^[-\w.]+\.yaml$/, 'must be a file of the folder itself');

// A clone can be pushed: what Git holds is no more trusted than a form.
const kustomizationSchema = z.object({
  namespace: dnsLabel,
  resources: z.array(z.union([z.literal('../../base'), relativeFile])),
  patches: z
    .array(
      z.object({
        path: relativeFile,
        target: z.object({ kind: z.string(), name: z.string() }),
      }),
    )
    .optional(),
});

const baseSchema = z.object({ resources: z.array(relativeFile) });

type Read = (path: string) => unknown;

function readObjects(read: Read, folder: string, names: string[]) {
  return names.map(name => {
    const object = read(`${folder}/${name}`);
    objectSchema.parse(object);
    // The schema only checks: what is kept is the object itself, key by key.
    return object as z.infer<typeof objectSchema>;
  });
}

/** The objects of an overlay, as kustomize would render them. */
function renderOverlay(read: Read, folder: string) {
  const index = kustomizationSchema.parse(read(`${folder}/kustomization.yaml`));
  const { resources } = baseSchema.parse(read('base/kustomization.yaml'));
  const { patches = [] } = index;
  const base = readObjects(read, 'base', resources).map(object =>
    patches
      .filter(
        ({ target }) =>
          target.kind === object.kind && target.name === object.metadata.name,
      )
      .reduce<YamlObject>(
        (patched, { path }) =>
          applyPatch(
            patched,
            operationsSchema.parse(read(`${folder}/${path}`)),
          ),
        object,
      ),
  );
  const own = index.resources.filter(name => name !== '../../base');
  return {
    namespace: index.namespace,
    objects: [...base, ...readObjects(read, folder, own)],
  };
}

function readRelease(read: Read, environment: string): DeployedRelease {
  const { namespace, objects } = renderOverlay(read, `overlays/${environment}`);
  const name = dnsLabel.parse(environment);
  return releaseOf({ name, namespace }, objects);
}

/**
 * Reads from the files of a repository what each environment runs: the declared
 * state, for an index that can be rebuilt from Git and for the next plan.
 *
 * @param files - at least `base/` and `overlays/`; others are ignored
 * @returns one release per overlay, sorted by environment. With Knative
 *   `version` is the newest, as Git does not name the revision before it.
 * @throws InputError when an overlay can't be understood, for example after a
 *   change by hand; the message names the folder.
 *
 * @public
 */
export function readReleases(files: readonly PlanFile[]): DeployedRelease[] {
  const contents = new Map(files.map(f => [f.path, f.content]));
  const parsed = new Map<string, unknown>();
  // What all environments share is parsed once; nobody changes it.
  const read: Read = path => {
    if (!parsed.has(path)) parsed.set(path, parse(contents.get(path) ?? ''));
    return parsed.get(path);
  };
  const environments = files
    .map(f => /^overlays\/([^/]+)\/kustomization\.yaml$/.exec(f.path)?.[1])
    .filter(name => name !== undefined)
    .sort();
  return environments.map(environment => {
    try {
      return readRelease(read, environment);
    } catch (cause) {
      throw new InputError(
        `overlays/${environment} can't be read; undo changes that were made by hand`,
        cause,
      );
    }
  });
}
