import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelDeliveryTranslationRef } from '../../translation';
import { RowKey } from './cell';

/** Label of an input for screen readers: "CPU in prod". */
export function useCellLabel(key: RowKey, environment: string): string {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const field = t(`environmentsField.rows.${key}`);
  return t('fieldNames.inEnvironment', { field, environment });
}
