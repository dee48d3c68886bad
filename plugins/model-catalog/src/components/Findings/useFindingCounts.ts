import { useApi } from '@backstage/frontend-plugin-api';
import { modelCatalogApiRef, useLoad } from '@modelyard/plugin-model-react';
import { FindingName } from './useFindingsState';

/** How long each list is; undefined until that is known. */
export function useFindingCounts(
  source: string | undefined,
  revision: number,
): Record<FindingName, number | undefined> {
  const api = useApi(modelCatalogApiRef);
  const query = { source, limit: 1 };
  const deps = [api, source, revision];
  const keep = { keep: true };
  const unowned = useLoad(
    signal => api.listModels({ ...query, owner: 'none' }, { signal }),
    deps,
    keep,
  );
  const conflicts = useLoad(
    signal => api.listConflicts(query, { signal }),
    deps,
    keep,
  );
  const removed = useLoad(
    signal => api.listRemovals(query, { signal }),
    deps,
    keep,
  );
  const collisions = useLoad(
    signal => api.listCollisions(query, { signal }),
    deps,
    keep,
  );
  return {
    unowned: unowned.value?.totalItems,
    conflicts: conflicts.value?.totalItems,
    removed: removed.value?.totalItems,
    collisions: collisions.value?.totalItems,
  };
}
