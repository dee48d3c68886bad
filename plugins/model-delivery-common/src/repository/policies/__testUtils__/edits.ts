import { YamlObject } from '../../types';
import { acceptedParts } from '../samples';
import { sampleWorkloads } from '../sampleWorkloads';
import { Case, platform } from './judges';

/** A place in an object and its new value; `undefined` takes it away. */
export type Edit = [path: (string | number)[], value: unknown];

/** A kind of which there is an accepted sample. */
export type Kind = keyof typeof sampleWorkloads;

/** Dots lead to a place whose keys have none. */
export const at = (path: string, value: unknown): Edit => [
  path.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step)),
  value,
];

/** The metadata of the object itself. */
export const label = (key: string, value: unknown): Edit => [
  ['metadata', 'labels', key],
  value,
];

/** The metadata of the object itself. */
export const annotation = (key: string, value: unknown): Edit => [
  ['metadata', 'annotations', key],
  value,
];

function apply(object: YamlObject, [path, value]: Edit) {
  let parent: Record<string | number, unknown> = object;
  for (const step of path.slice(0, -1)) {
    parent[step] ??= {};
    parent = parent[step] as typeof parent;
  }
  const last = path[path.length - 1];
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

/** The accepted sample of a kind with some places changed. */
export function edited(kind: Kind, ...edits: Edit[]): YamlObject {
  // The same parts stand in several places: as text they are apart.
  const object = JSON.parse(
    JSON.stringify(sampleWorkloads[kind].make('case', acceptedParts(platform))),
  );
  for (const edit of edits) apply(object, edit);
  return object;
}

/** A case made of a sample with changes. */
export function changed(
  name: string,
  breaks: readonly string[],
  kind: Kind,
  ...edits: Edit[]
): Case {
  return { name, breaks, object: edited(kind, ...edits) };
}

/** Digest of a kind that images and models may have. */
export const digest = `sha256:${'a'.repeat(64)}`;

/** A container that every rule accepts. */
export const container = acceptedParts(platform).container;
