import { RepositoryModel, YamlObject } from './types';

/** `metadata.name` of an object that we planned. */
export function nameOf({ metadata }: YamlObject): string {
  return (metadata as { name: string }).name;
}

/**
 * Name of an object's file, without its ending: its kind, and what its name adds
 * to the service's.
 */
export function fileNameOf(
  { input }: RepositoryModel,
  object: YamlObject,
): string {
  const rest = nameOf(object).slice(input.name.length);
  return `${String(object.kind).toLowerCase()}${rest}`;
}
