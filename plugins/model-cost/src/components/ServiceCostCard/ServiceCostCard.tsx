import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  findServedModel,
  toLabelValue,
} from '@modelyard/plugin-model-catalog-common';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import {
  LoadFailure,
  LoadingRows,
  Notice,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router-dom';
import { useModelCost } from '../../cost/useModelCost';
import { modelCostTranslationRef } from '../../translation';
import { CostFigures } from '../CostFigures';

const days = 30;

/** What of a model's cost is that of one service. */
function ofService(cost: ModelCost, service: string): ModelCost {
  const groups = cost.groups.filter(({ key }) => key === service);
  const isKnown = cost.total !== undefined;
  return {
    ...cost,
    groups,
    total: isKnown ? (groups[0]?.total ?? 0) : undefined,
    // The days before are those of the whole model.
    previousTotal: undefined,
  };
}

function Content({ cost, service }: { cost: ModelCost; service: string }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  if (!cost.groups.length)
    return (
      <Notice
        kind="empty"
        title={t('service.none', { days: `${cost.days.length}` })}
      >
        {t('service.label', { label: `modelyard.io/service=${service}` })}
      </Notice>
    );
  return (
    <CostFigures cost={cost} groupBy="service" label={t('service.chart')} />
  );
}

/** Thirty days of an inference service's cost on its overview. */
export function ServiceCostCard() {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { entity } = useEntity();
  const modelRef = findServedModel(entity) ?? '';
  const service = toLabelValue(entity.metadata.name);
  const links = useModelLinks();
  const { value, error, reload } = useModelCost(modelRef, days, 'service');
  return (
    <EntityInfoCard
      title={t('title')}
      headerActions={
        links && (
          <Link
            component={RouterLink}
            to={`${links.entity(modelRef)}/cost?groupBy=service`}
            variant="body2"
          >
            {t('service.open')}
          </Link>
        )
      }
    >
      {error && (
        <LoadFailure error={error} what={t('card.what')} retry={reload} />
      )}
      {!value && !error && <LoadingRows rows={2} height={90} />}
      {value && <Content cost={ofService(value, service)} service={service} />}
    </EntityInfoCard>
  );
}
