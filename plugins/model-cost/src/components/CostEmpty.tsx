import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  modelLabels,
  modelPath,
  toLabelValue,
} from '@modelyard/plugin-model-catalog-common';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import { Notice } from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { modelCostTranslationRef } from '../translation';

/** Stands where there is no cost of a model to show, and says why. */
export function CostEmpty(props: { cost: ModelCost; modelRef: string }) {
  const { cost, modelRef } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  const isKnown = cost.state.includes('ok');
  const failed = cost.state.filter(state => state === 'failed').length;
  const days = `${cost.days.length}`;
  const label = `${modelLabels.model}=${toLabelValue(modelPath(modelRef).name)}`;
  return (
    <Notice
      kind="empty"
      title={
        isKnown ? t('empty.noneRan', { days }) : t('empty.unknown', { days })
      }
    >
      {failed > 0 && (
        <Typography variant="body2">
          {t('empty.failed', { failed: `${failed}` })}
        </Typography>
      )}
      {t('empty.label', { label })}
    </Notice>
  );
}
