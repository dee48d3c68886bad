import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatMetric } from '@modelyard/plugin-model-react';
import {
  ScorecardCheck,
  ScorecardSlice,
} from '@modelyard/plugin-model-scorecard-common';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { modelScorecardTranslationRef } from '../../translation';
import { IntervalPlot } from './IntervalPlot';

interface SlicesTableProps {
  slices: ScorecardSlice[];
  bound?: ScorecardCheck['bound'];
}

function useSliceName(bound: SlicesTableProps['bound']) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return ({ attr, group, ref, worst }: ScorecardSlice) => {
    const groups = group && ref ? t('check.against', { group, ref }) : group;
    const name = [attr, groups].filter(Boolean).join(': ') || t('check.whole');
    return worst && bound ? `${name} (${t('check.worst')})` : name;
  };
}

/** Every slice that a check looked at, each against the bound. */
export function SlicesTable({ slices, bound }: SlicesTableProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const nameOf = useSliceName(bound);
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('check.slices')}>
      <Table size="small" aria-label={t('check.slices')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('check.slice')}</TableCell>
            <TableCell>{t('check.metric')}</TableCell>
            <TableCell align="right">{t('check.figure')}</TableCell>
            <TableCell>{t('check.ci')}</TableCell>
            <TableCell align="right">{t('check.n')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {slices.map((slice, index) => (
            <TableRow key={index}>
              <TableCell>{nameOf(slice)}</TableCell>
              <TableCell>{slice.metric}</TableCell>
              <TableCell align="right">{formatMetric(slice.value)}</TableCell>
              <TableCell>
                {(bound ?? slice.interval) && (
                  <IntervalPlot
                    value={slice.value}
                    interval={slice.interval}
                    bound={bound}
                  />
                )}
              </TableCell>
              <TableCell align="right">
                {slice.n?.toLocaleString('en')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
