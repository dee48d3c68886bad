import { serviceLabels } from '../repository/labels';
import { RepositoryModel, YamlObject } from '../repository/types';
import { ObjectType } from './Runtime';

/** `apiVersion` of a type. */
export function apiVersionOf({ group, version }: ObjectType): string {
  return group ? `${group}/${version}` : version;
}

/** Whether an object is of a type. */
export function isOfType(object: YamlObject, type: ObjectType): boolean {
  return object.kind === type.kind && object.apiVersion === apiVersionOf(type);
}

/** An object of a service: named after it, with its labels. */
export function makeObject(
  repository: RepositoryModel,
  type: ObjectType,
  content: YamlObject,
  more: {
    suffix?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  } = {},
): YamlObject {
  const { suffix, labels, annotations } = more;
  const { name } = repository.input;
  return {
    apiVersion: apiVersionOf(type),
    kind: type.kind,
    metadata: {
      name: suffix ? `${name}-${suffix}` : name,
      labels: labels ?? serviceLabels(repository),
      ...(annotations && { annotations }),
    },
    ...content,
  };
}
