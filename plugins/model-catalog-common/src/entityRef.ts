import {
  Entity,
  KubernetesValidatorFunctions,
  parseEntityRef,
  RELATION_DEPENDS_ON,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { modelAnnotations } from './labels';

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

/**
 * The Model that a service serves: the one its annotation names, else the only one
 * it depends on. Undefined where it serves none, or several.
 *
 * @public
 */
export function findServedModel(service: Entity): string | undefined {
  const named = service.metadata.annotations?.[modelAnnotations.modelRef];
  if (named !== undefined) return findModelRef(named);
  const models = (service.relations ?? [])
    .filter(({ type }) => type === RELATION_DEPENDS_ON)
    .flatMap(({ targetRef }) => findModelRef(targetRef) ?? []);
  return models.length === 1 ? models[0] : undefined;
}
