import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
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

/**
 * The ref of a Model as people write it, in full and in lower case: `credit-risk`
 * and `default/Credit-Risk` are `model:default/credit-risk`. Undefined for what is
 * no entity ref, or one of another kind.
 *
 * @public
 */
export function findModelRef(text: string): string | undefined {
  if (!isEntityRef(text)) return undefined;
  const { kind, namespace, name } = parseEntityRef(text, {
    defaultKind: 'model',
    defaultNamespace: 'default',
  });
  return kind.toLowerCase() === 'model'
    ? stringifyEntityRef({ kind, namespace, name })
    : undefined;
}
