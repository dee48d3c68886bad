import { useApi } from '@backstage/frontend-plugin-api';
import {
  ModelCostGroupBy,
  ModelCost,
} from '@modelyard/plugin-model-cost-common';
import { Load, useLoad } from '@modelyard/plugin-model-react';
import { costApiRef } from '../api/costApiRef';
import { spanOf } from './span';

/** Cost of a model over the last closed days, by a group. */
export function useModelCost(
  modelRef: string,
  days: number,
  groupBy: ModelCostGroupBy,
): Load<ModelCost> {
  const api = useApi(costApiRef);
  return useLoad(
    signal =>
      api.getModelCost(modelRef, { ...spanOf(days), groupBy }, { signal }),
    [api, modelRef, days, groupBy],
  );
}
