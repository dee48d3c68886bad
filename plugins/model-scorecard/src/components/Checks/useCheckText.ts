import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMetric } from '@modelyard/plugin-model-react';
import { ScorecardCheck } from '@modelyard/plugin-model-scorecard-common';
import { modelScorecardTranslationRef } from '../../translation';

/** Figures and bounds in words. */
export function useCheckText() {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const value = (figure: number, interval: ScorecardCheck['interval']) =>
    interval
      ? t('check.interval', {
          value: formatMetric(figure),
          low: formatMetric(interval.low),
          high: formatMetric(interval.high),
        })
      : formatMetric(figure);
  const bound = (limits: ScorecardCheck['bound']) => {
    const low =
      limits?.low === undefined ? undefined : formatMetric(limits.low);
    const high =
      limits?.high === undefined ? undefined : formatMetric(limits.high);
    if (low !== undefined && high !== undefined)
      return t('check.between', { low, high });
    if (low !== undefined) return t('check.atLeast', { low });
    return high === undefined ? undefined : t('check.atMost', { high });
  };
  return { value, bound };
}
