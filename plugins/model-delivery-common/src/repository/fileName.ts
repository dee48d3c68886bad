import { RepositoryModel, YamlObject } from './types';

/** Name of an object's file, without its ending: its kind, and what its name
 * adds to the service's. */
export function fileNameOf(
  { input }: RepositoryModel,
  object: YamlObject,
): string {
  const { name } = object.metadata as { name: string };
  const rest = name.slice(input.name.length);
  return `${String(object.kind).toLowerCase()}${rest}`;
}
