import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatChange, formatMetric } from '@modelyard/plugin-model-react';
import { Comparison } from '@modelyard/plugin-model-catalog-common';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';

function Row({
  row,
  comparison,
}: {
  row: Comparison['metrics'][number];
  comparison: Comparison;
}) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const show = (value: number | undefined) =>
    value === undefined ? t('compare.absent') : formatMetric(value);
  const better =
    row.better &&
    t('compare.version', { version: comparison[row.better].version });
  return (
    <TableRow>
      <TableCell>{row.name}</TableCell>
      <TableCell align="right">{show(row.left)}</TableCell>
      <TableCell align="right">{show(row.right)}</TableCell>
      <TableCell align="right">
        {row.change !== undefined && formatChange(row.change)}
      </TableCell>
      <TableCell>
        {better ?? (row.change === 0 ? t('compare.equal') : '')}
      </TableCell>
    </TableRow>
  );
}

/** Metrics of two versions side by side, and which is better. */
export function MetricComparison({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const title = t('compare.metrics');
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h3" variant="h6">
        {title}
      </Typography>
      <TableContainer tabIndex={0} role="region" aria-label={title}>
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{t('compare.metric')}</TableCell>
              <TableCell align="right">
                {t('compare.version', { version: comparison.left.version })}
              </TableCell>
              <TableCell align="right">
                {t('compare.version', { version: comparison.right.version })}
              </TableCell>
              <TableCell align="right">{t('compare.change')}</TableCell>
              <TableCell>{t('compare.better')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
            {comparison.metrics.map(row => (
              <Row key={row.name} row={row} comparison={comparison} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
}
