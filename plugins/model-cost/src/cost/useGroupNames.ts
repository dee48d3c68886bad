import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CostComponent,
  costComponents,
  ModelCostGroupBy,
  unallocatedKey,
} from '@modelyard/plugin-model-cost-common';
import { modelCostTranslationRef } from '../translation';

function isComponent(key: string): key is CostComponent {
  return costComponents.some(component => component === key);
}

/** Names of groups in words. */
export function useGroupNames(groupBy: ModelCostGroupBy) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  return (key: string): string => {
    if (key === unallocatedKey) return t('key.none');
    if (groupBy === 'version') return t('key.version', { version: key });
    if (groupBy === 'component' && isComponent(key))
      return t(`component.${key}`);
    if (groupBy === 'activity' && (key === 'serving' || key === 'training'))
      return t(`activity.${key}`);
    return key;
  };
}
