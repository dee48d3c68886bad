import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { modelDeliveryTranslationRef } from '../../translation';
import { PlanPreview } from './usePlan';

/** The state of the service in one sentence, the first that one reads. */
export function usePreviewSentence(preview: PlanPreview): string {
  const { missing, findings, plan, current, error, loading } = preview;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  if (wrong) return t('preview.wrong', { count: wrong });
  if (missing.length) return t('preview.incomplete');
  if (error) return t('preview.unplanned');
  if (loading || !current || !plan) return t('preview.planning');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return warnings.length
    ? t('preview.readyBut', { count: warnings.length })
    : t('preview.ready');
}
