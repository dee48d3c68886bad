import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import {
  LoadFailure,
  LoadingRows,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { useModelCost } from '../../cost/useModelCost';
import { modelCostTranslationRef } from '../../translation';
import { CostEmpty } from '../CostEmpty';
import { CostFigures } from '../CostFigures';

const days = 30;

function Content(props: { cost: ModelCost; modelRef: string }) {
  const { cost, modelRef } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  if (!cost.groups.length) return <CostEmpty cost={cost} modelRef={modelRef} />;
  return (
    <CostFigures cost={cost} groupBy="version" label={t('chart.cardLabel')} />
  );
}

/** Thirty days of a Model's cost on its overview. */
export function CostCard() {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { entity } = useEntity();
  const modelRef = stringifyEntityRef(entity);
  const links = useModelLinks();
  const { value, error, reload } = useModelCost(modelRef, days, 'version');
  return (
    <EntityInfoCard
      title={t('title')}
      headerActions={
        links && (
          <Link
            component={RouterLink}
            to={`${links.entity(modelRef)}/cost`}
            variant="body2"
          >
            {t('card.open')}
          </Link>
        )
      }
    >
      {error && (
        <LoadFailure error={error} what={t('card.what')} retry={reload} />
      )}
      {!value && !error && <LoadingRows rows={2} height={90} />}
      {value && <Content cost={value} modelRef={modelRef} />}
    </EntityInfoCard>
  );
}
