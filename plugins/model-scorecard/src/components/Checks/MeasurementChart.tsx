import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMetric } from '@modelyard/plugin-model-react';
import { StoredEvidence } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { ChartRow, chartRows } from '../../domain/chartRows';
import { modelScorecardTranslationRef } from '../../translation';

function Bar({ share }: { share: number }) {
  return (
    <Box
      aria-hidden
      sx={{ width: '100%', minWidth: 80, bgcolor: 'action.hover' }}
    >
      <Box
        sx={{
          height: 10,
          width: `${Math.max(share * 100, share ? 1 : 0)}%`,
          bgcolor: 'text.secondary',
        }}
      />
    </Box>
  );
}

function Row({ row }: { row: ChartRow }) {
  const { value, n, interval } = row;
  const edges = interval
    ? ` (${formatMetric(interval.low)} to ${formatMetric(interval.high)})`
    : '';
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        {row.name}
      </TableCell>
      <TableCell sx={{ width: '40%' }}>
        <Bar share={row.share} />
      </TableCell>
      <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
        {formatMetric(value)}
        {edges}
      </TableCell>
      <TableCell align="right">{n?.toLocaleString('en')}</TableCell>
    </TableRow>
  );
}

/** What a record measured by feature, group, column or severity: bars in a table. */
export function MeasurementChart({ record }: { record: StoredEvidence }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const chart = chartRows(record);
  if (!chart) return null;
  const title = t(`chart.${chart.kind}`);
  return (
    <Box sx={{ my: 1, maxWidth: 640 }}>
      <Typography variant="caption" component="p" color="text.secondary">
        {title}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={title}>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{t('chart.name')}</TableCell>
              <TableCell aria-hidden />
              <TableCell align="right">{t('chart.figure')}</TableCell>
              <TableCell align="right">{t('chart.n')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {chart.rows.map(row => (
              <Row key={row.name} row={row} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
