import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelPath } from '@modelyard/plugin-model-catalog-common';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { costApiRef } from '../../api/costApiRef';
import { modelCostTranslationRef } from '../../translation';
import { Grouping } from './useCostState';

function save(name: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves what the tab shows as a CSV file. */
export function CsvButton(props: {
  modelRef: string;
  cost: ModelCost;
  groupBy: Grouping;
}) {
  const { modelRef, cost, groupBy } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  const api = useApi(costApiRef);
  const [reason, setReason] = useState<string>();
  const { from, to } = cost;
  const download = () => {
    setReason(undefined);
    api.getModelCostCsv(modelRef, { from, to, groupBy }).then(
      content =>
        save(`cost-${modelPath(modelRef).name}-${from}-${to}.csv`, content),
      (error: unknown) =>
        setReason(error instanceof Error ? error.message : String(error)),
    );
  };
  return (
    <>
      <Button
        size="small"
        variant="outlined"
        startIcon={<FileDownloadOutlinedIcon />}
        onClick={download}
      >
        {t('controls.csv')}
      </Button>
      {reason && (
        <Typography role="alert" variant="body2" color="error">
          {t('controls.csvFailed', { reason })}
        </Typography>
      )}
    </>
  );
}
