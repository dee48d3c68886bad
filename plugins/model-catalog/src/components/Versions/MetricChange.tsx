import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatChange } from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { MetricPoint } from '../../format/metricSeries';
import { modelCatalogTranslationRef } from '../../translation';

/** How a metric moved since the version before, and whether that is better. */
export function MetricChange({ point }: { point: MetricPoint }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (point.change === undefined) return null;
  const word =
    point.better === undefined
      ? undefined
      : t(point.better ? 'versions.better' : 'versions.worse');
  return (
    <Typography component="span" variant="caption" color="text.secondary">
      {[formatChange(point.change), word].filter(Boolean).join(', ')}
    </Typography>
  );
}
