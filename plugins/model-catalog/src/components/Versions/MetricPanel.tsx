import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMetric } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { MetricPoint } from '../../format/metricSeries';
import { modelCatalogTranslationRef } from '../../translation';
import { MetricChange } from './MetricChange';
import { MetricChart } from './MetricChart';

interface MetricPanelProps {
  names: string[];
  metric?: string;
  points: MetricPoint[];
  onChoose: (metric: string) => void;
}

function PointsTable({
  metric,
  points,
}: {
  metric: string;
  points: MetricPoint[];
}) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <Table size="small" aria-label={t('versions.chartTable', { metric })}>
      <TableHead>
        <TableRow>
          <TableCell>{t('versions.version')}</TableCell>
          <TableCell align="right">{metric}</TableCell>
          <TableCell align="right">{t('versions.change')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {points.map(point => (
          <TableRow key={point.version}>
            <TableCell>{point.version}</TableCell>
            <TableCell align="right">{formatMetric(point.value)}</TableCell>
            <TableCell align="right">
              <MetricChange point={point} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** A metric across the versions: which one, its chart, and the same as a table. */
export function MetricPanel({
  names,
  metric,
  points,
  onChoose,
}: MetricPanelProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (!metric)
    return <Typography sx={{ mt: 3 }}>{t('versions.noMetrics')}</Typography>;
  return (
    <Box
      component="section"
      aria-label={t('versions.chart', { metric })}
      sx={{ mt: 4 }}
    >
      <TextField
        select
        size="small"
        label={t('versions.metric')}
        value={metric}
        onChange={event => onChoose(event.target.value)}
        sx={{ minWidth: 220, mb: 1 }}
      >
        {names.map(name => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: '1fr', md: '2fr 1fr' },
        }}
      >
        <MetricChart metric={metric} points={points} />
        <Box sx={{ overflowX: 'auto' }}>
          <PointsTable metric={metric} points={points} />
        </Box>
      </Box>
    </Box>
  );
}
