import {
  KubernetesValidatorFunctions,
  parseEntityRef,
} from '@backstage/catalog-model';

/**
 * Whether a text is an entity ref of which kind, namespace and name are all
 * legal. `parseEntityRef` alone lets `a:b:c` and `a/b/c` pass. Kind and namespace
 * may be left out.
 *
 * @public
 */
export function isEntityRef(text: string): boolean {
  try {
    const { kind, namespace, name } = parseEntityRef(text, {
      defaultKind: 'any',
      defaultNamespace: 'default',
    });
    return (
      KubernetesValidatorFunctions.isValidKind(kind) &&
      KubernetesValidatorFunctions.isValidNamespace(namespace) &&
      KubernetesValidatorFunctions.isValidObjectName(name)
    );
  } catch {
    return false;
  }
}
