import { useApi } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import {
  ModelCostApi,
  ModelCostList,
  ModelCostRow,
} from '@modelyard/plugin-model-cost-common';
import { useLoad } from '@modelyard/plugin-model-react';
import { createContext, ReactNode, useContext, useMemo } from 'react';
import { costApiRef } from '../../api/costApiRef';

/** Models per call, as the backend allows. */
const batchSize = 100;

interface ColumnCosts {
  loading: boolean;
  failed: boolean;
  costOf: (
    ref: string,
  ) => { row: ModelCostRow; list: ModelCostList } | undefined;
}

const CostColumnContext = createContext<ColumnCosts>({
  loading: true,
  failed: false,
  costOf: () => undefined,
});

export function useColumnCosts(): ColumnCosts {
  return useContext(CostColumnContext);
}

async function loadCosts(
  api: ModelCostApi,
  refs: string[],
  signal: AbortSignal,
): Promise<ColumnCosts['costOf']> {
  const batches: string[][] = [];
  for (let start = 0; start < refs.length; start += batchSize)
    batches.push(refs.slice(start, start + batchSize));
  const lists = await Promise.all(
    batches.map(ref => api.listModelCosts({ ref }, { signal })),
  );
  const byRef = new Map(
    lists.flatMap(list => list.items.map(row => [row.ref, { row, list }])),
  );
  return ref => byRef.get(ref);
}

/** Loads the cost of all models on the page at once. */
export function CostColumnProvider(props: {
  rows: ModelRow[];
  children: ReactNode;
}) {
  const api = useApi(costApiRef);
  const refs = props.rows.map(row => row.ref);
  const { value, error, loading } = useLoad(
    signal => loadCosts(api, refs, signal),
    [api, refs.join(' ')],
  );
  const costs = useMemo(
    () => ({
      loading,
      failed: error !== undefined,
      costOf: value ?? (() => undefined),
    }),
    [value, error, loading],
  );
  return (
    <CostColumnContext.Provider value={costs}>
      {props.children}
    </CostColumnContext.Provider>
  );
}
