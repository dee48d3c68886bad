import {
  CompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/**
 * The parts of the entity ref of a Model.
 *
 * @throws InputError for the ref of anything else
 */
export function fullModelRef(ref: string): CompoundEntityRef {
  try {
    const entity = parseEntityRef(ref, {
      defaultKind: 'model',
      defaultNamespace: 'default',
    });
    if (entity.kind.toLowerCase() === 'model') return entity;
  } catch {
    // Falls through: the remedy is the same.
  }
  throw new InputError(
    `"${ref}" is not the entity ref of a Model; write it as model:default/credit-risk`,
  );
}

/**
 * Entity ref of a Model in the one spelling that is stored.
 *
 * @throws InputError
 */
export function normalModelRef(ref: string): string {
  return stringifyEntityRef(fullModelRef(ref));
}
