import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InvalidItem } from './InvalidItem';

/** The ref in full and in lower case. */
export function fullRef(
  text: string,
  field: string,
  defaults: { kind: string; namespace: string },
): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, {
        defaultKind: defaults.kind,
        defaultNamespace: defaults.namespace,
      }),
    );
  } catch {
    throw new InvalidItem(
      `"${text}" is not an entity ref; write [<kind>:][<namespace>/]<name>`,
      field,
    );
  }
}
