import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { isEntityRef } from '@modelyard/plugin-model-catalog-common';
import { InvalidItem } from './InvalidItem';

/**
 * The ref in full and in lower case.
 *
 * @throws InvalidItem when it is not an entity ref
 */
export function fullRef(
  text: string,
  field: string,
  defaults: { kind: string; namespace: string },
): string {
  if (!isEntityRef(text))
    throw new InvalidItem(
      `"${text}" is not an entity ref; write [<kind>:][<namespace>/]<name>`,
      field,
    );
  return stringifyEntityRef(
    parseEntityRef(text, {
      defaultKind: defaults.kind,
      defaultNamespace: defaults.namespace,
    }),
  );
}
