import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelPath } from '@modelyard/plugin-model-catalog-common';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import { DownloadButton } from '@modelyard/plugin-model-react';
import { costApiRef } from '../../api/costApiRef';
import { modelCostTranslationRef } from '../../translation';
import { Grouping } from './useCostState';

/** Saves what the tab shows as a CSV file. */
export function CsvButton(props: {
  modelRef: string;
  cost: ModelCost;
  groupBy: Grouping;
}) {
  const { modelRef, cost, groupBy } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  const api = useApi(costApiRef);
  const { from, to } = cost;
  return (
    <DownloadButton
      label={t('controls.csv')}
      name={`cost-${modelPath(modelRef).name}-${from}-${to}.csv`}
      type="text/csv"
      load={() => api.getModelCostCsv(modelRef, { from, to, groupBy })}
      failed={reason => t('controls.csvFailed', { reason })}
    />
  );
}
