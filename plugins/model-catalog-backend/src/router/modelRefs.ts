import { stringifyEntityRef } from '@backstage/catalog-model';
import { findModelRef } from '@modelyard/plugin-model-catalog-common';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';

/** Lower-case entity ref of the Model that a route names. */
export function refOf(path: { namespace: string; name: string }): string {
  const { namespace, name } = path;
  return stringifyEntityRef({ kind: 'Model', namespace, name });
}

/**
 * Lower-case entity ref of a Model that a caller wrote.
 *
 * @param path - JSON Pointer of the text, for the error
 * @throws InvalidFieldsError for what is no Model's entity ref
 */
export function readModelRef(text: string, path: string): string {
  const ref = findModelRef(text);
  if (ref !== undefined) return ref;
  throw new InvalidFieldsError([
    {
      path,
      message:
        'is not the entity ref of a model; write such as model:default/credit-risk',
    },
  ]);
}
