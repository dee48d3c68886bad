import { useApi } from '@backstage/frontend-plugin-api';
import { UnitCosts, UnitCostsQuery } from '@modelyard/plugin-model-cost-common';
import { Load, useLoad } from '@modelyard/plugin-model-react';
import { costApiRef } from '../api/costApiRef';
import { spanOf } from './span';

export type UnitGrouping = NonNullable<UnitCostsQuery['groupBy']>;

/** Cost per request and token of a model over the last closed days. */
export function useUnitCosts(
  modelRef: string,
  days: number,
  groupBy: UnitGrouping,
): Load<UnitCosts> {
  const api = useApi(costApiRef);
  return useLoad(
    signal =>
      api.getUnitCosts(modelRef, { ...spanOf(days), groupBy }, { signal }),
    [api, modelRef, days, groupBy],
  );
}
