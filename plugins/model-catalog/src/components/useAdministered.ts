import { useApi } from '@backstage/frontend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { modelCatalogSourceAdministerPermission } from '@modelyard/plugin-model-catalog-common';
import { useLoad } from '@modelyard/plugin-model-react';

/**
 * Those of the sources that the reader may sync, whose removals he may accept, and
 * of whose models he may say that they are the same; undefined until that is known.
 * The backend has the last word.
 */
export function useAdministered(
  sources: string[],
): ReadonlySet<string> | undefined {
  const permissions = useApi(permissionApiRef);
  const { value, error } = useLoad(async () => {
    const permission = modelCatalogSourceAdministerPermission;
    const decisions = await Promise.all(
      sources.map(resourceRef =>
        permissions.authorize({ permission, resourceRef }),
      ),
    );
    return new Set(
      sources.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }, [permissions, sources.join(' ')]);
  return error ? new Set() : value;
}
