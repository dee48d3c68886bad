import { kubernetesLabels } from '@modelyard/plugin-model-catalog-common';
import { pointer } from '../input/findings';
import { PlannedEnvironment } from '../plan/selectEnvironments';
import { runtimeOf } from '../runtimes/runtimes';
import { baseObjects, kustomization } from './base';
import { extrasOf } from './extras';
import { fileNameOf, nameOf } from './fileName';
import { componentOf } from './labels';
import { additions, PatchOperation, test } from './patch';
import { RepositoryFile, RepositoryModel, YamlObject } from './types';

/** Ending of a file that holds a patch. */
export const patchSuffix = '.patch.yaml';

/**
 * Every object of one environment as it is meant to run, without the namespace
 * that kustomize sets.
 */
export function objectsOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): YamlObject[] {
  return [
    ...runtimeOf(repository).release(repository, environment),
    ...extrasOf(repository, environment),
  ];
}

// The build fails when the patch meets another object than planned.
function guards(repository: RepositoryModel): PatchOperation[] {
  const component = pointer('metadata', 'labels', kubernetesLabels.component);
  return [
    test('/metadata/name', repository.input.name),
    test(component, componentOf(repository)),
  ];
}

interface Overlay {
  patches: { object: YamlObject; operations: PatchOperation[] }[];
  resources: YamlObject[];
}

function overlayOf(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): Overlay {
  const base = baseObjects(repository);
  const overlay: Overlay = { patches: [], resources: [] };
  for (const object of objectsOf(repository, environment)) {
    const from = base.find(
      ({ kind, ...rest }) =>
        kind === object.kind && nameOf(rest) === nameOf(object),
    );
    if (!from) {
      overlay.resources.push(object);
      continue;
    }
    const added = additions(from, object);
    if (added.length) {
      const operations = [...guards(repository), ...added];
      overlay.patches.push({ object, operations });
    }
  }
  return overlay;
}

function targetOf(object: YamlObject): YamlObject {
  const [version, group] = String(object.apiVersion).split('/').reverse();
  return {
    ...(group && { group }),
    version,
    kind: object.kind,
    name: nameOf(object),
  };
}

/** Files of `overlays/<environment>/`. */
export function overlayFiles(
  repository: RepositoryModel,
  environment: PlannedEnvironment,
): RepositoryFile[] {
  const folder = `overlays/${environment.input.name}`;
  const { patches, resources } = overlayOf(repository, environment);
  const fileName = (object: YamlObject) => fileNameOf(repository, object);
  const index = kustomization({
    namespace: environment.input.namespace,
    resources: ['../../base', ...resources.map(o => `${fileName(o)}.yaml`)],
    ...(patches.length && {
      patches: patches.map(({ object }) => ({
        path: `${fileName(object)}${patchSuffix}`,
        target: targetOf(object),
      })),
    }),
  });
  return [
    { path: `${folder}/kustomization.yaml`, quoted: true, documents: [index] },
    ...patches.map(({ object, operations }) => ({
      path: `${folder}/${fileName(object)}${patchSuffix}`,
      quoted: true,
      documents: [operations],
    })),
    ...resources.map(object => ({
      path: `${folder}/${fileName(object)}.yaml`,
      documents: [object],
    })),
  ];
}
