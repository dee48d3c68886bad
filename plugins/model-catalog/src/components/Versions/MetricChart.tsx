import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMetric } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import { LineChart } from '@mui/x-charts/LineChart';
import { MetricPoint } from '../../format/metricSeries';
import { modelCatalogTranslationRef } from '../../translation';

/** The chosen metric over the versions, oldest first. */
export function MetricChart(props: { metric: string; points: MetricPoint[] }) {
  const { metric, points } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <Box role="img" aria-label={t('versions.chart', { metric })}>
      <LineChart
        height={260}
        hideLegend
        xAxis={[
          {
            scaleType: 'point',
            data: points.map(({ version }) => version),
            label: t('versions.version'),
          },
        ]}
        yAxis={[
          { width: 64, valueFormatter: (value: number) => formatMetric(value) },
        ]}
        series={[
          {
            label: metric,
            data: points.map(({ value }) => value),
            showMark: true,
            curve: 'linear',
            valueFormatter: value =>
              value === null ? '' : formatMetric(value),
          },
        ]}
      />
    </Box>
  );
}
