import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { modelCatalogTranslationRef } from '../../translation';
import { LineageView } from './LineageView';

/** Where the Model of the page comes from and what came of it. */
export function LineageCard() {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { entity } = useEntity();
  return (
    <EntityInfoCard title={t('lineage.title')}>
      <LineageView modelRef={stringifyEntityRef(entity)} />
    </EntityInfoCard>
  );
}
