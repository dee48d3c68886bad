import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMetric } from '@modelyard/plugin-model-react';
import { StoredEvidence } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { LineChart } from '@mui/x-charts/LineChart';
import {
  DependenceCurve,
  dependenceCurves,
} from '../../domain/dependenceCurves';
import { modelScorecardTranslationRef } from '../../translation';

function Curve({ curve }: { curve: DependenceCurve }) {
  const { palette } = useTheme();
  const { numeric, points } = curve;
  const axis = numeric
    ? { scaleType: 'linear' as const, data: points.map(p => Number(p.at)) }
    : { scaleType: 'point' as const, data: points.map(p => p.at) };
  return (
    <LineChart
      height={150}
      hideLegend
      skipAnimation
      margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
      xAxis={[{ ...axis, tickNumber: 4 }]}
      yAxis={[
        {
          width: 56,
          tickNumber: 3,
          valueFormatter: (value: number) => formatMetric(value),
        },
      ]}
      series={[
        {
          label: curve.feature,
          data: points.map(({ effect }) => effect),
          showMark: !numeric,
          curve: 'linear',
          color: palette.text.primary,
          valueFormatter: value => (value === null ? '' : formatMetric(value)),
        },
      ]}
    />
  );
}

function PointsTable({ curve }: { curve: DependenceCurve }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return (
    <Box component="details" sx={{ typography: 'caption' }}>
      <summary>{t('chart.points')}</summary>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell align={curve.numeric ? 'right' : 'left'}>
              {curve.feature}
            </TableCell>
            <TableCell align="right">{t('chart.figure')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {curve.points.map(({ at, effect }, index) => (
            <TableRow key={index}>
              <TableCell align={curve.numeric ? 'right' : 'left'}>
                {curve.numeric ? formatMetric(Number(at)) : at}
              </TableCell>
              <TableCell align="right">{formatMetric(effect)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

/** Partial dependence feature by feature, each curve with its points as a table. */
export function DependenceCurves({ record }: { record: StoredEvidence }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const curves = dependenceCurves(record);
  if (!curves.length) return null;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
        gap: 2,
        my: 1,
      }}
    >
      {curves.map(curve => {
        const title = t('chart.curve', { feature: curve.feature });
        return (
          <Box key={curve.feature} sx={{ minWidth: 0 }}>
            <Typography variant="caption" component="p" color="text.secondary">
              {title}
            </Typography>
            <Box role="img" aria-label={title}>
              <Curve curve={curve} />
            </Box>
            <PointsTable curve={curve} />
          </Box>
        );
      })}
    </Box>
  );
}
