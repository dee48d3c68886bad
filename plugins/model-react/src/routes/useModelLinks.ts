import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';

/**
 * Paths of the pages of a Model inside the portal.
 *
 * @public
 */
export interface ModelLinks {
  /** Page of any entity, by its full ref. */
  entity(ref: string): string;
  versions(modelRef: string): string;
  version(modelRef: string, version: string): string;
  compare(modelRef: string, left: string, right: string): string;
}

/**
 * Paths to models and versions. Undefined in an app without the catalog's
 * entity page.
 *
 * @public
 */
export function useModelLinks(): ModelLinks | undefined {
  const entityRoute = useRouteRef(entityRouteRef);
  return useMemo(() => {
    if (!entityRoute) return undefined;
    const entity = (ref: string) => {
      const { kind, namespace, name } = parseEntityRef(ref, {
        defaultKind: 'model',
        defaultNamespace: 'default',
      });
      return entityRoute({ kind: kind.toLowerCase(), namespace, name });
    };
    const versions = (ref: string) => `${entity(ref)}/versions`;
    return {
      entity,
      versions,
      version: (ref, version) =>
        `${versions(ref)}/${encodeURIComponent(version)}`,
      compare: (ref, left, right) =>
        `${versions(ref)}/compare?${new URLSearchParams({ left, right })}`,
    };
  }, [entityRoute]);
}
