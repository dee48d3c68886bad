import { usePermission } from '@backstage/plugin-permission-react';
import { modelCatalogSourceAdministerPermission } from '@modelyard/plugin-model-catalog-common';

/**
 * Whether the reader may sync sources, accept removals and say which models are
 * the same; undefined until that is known. The backend has the last word.
 */
export function useMayAdminister(): boolean | undefined {
  const { loading, allowed } = usePermission({
    permission: modelCatalogSourceAdministerPermission,
  });
  return loading ? undefined : allowed;
}
