import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  UnitCost,
  UnitCostGroup,
  UnitCosts,
} from '@modelyard/plugin-model-cost-common';
import {
  formatMoney,
  LoadFailure,
  LoadingRows,
  MoneyText,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useGroupNames } from '../../cost/useGroupNames';
import { UnitGrouping, useUnitCosts } from '../../cost/useUnitCosts';
import { modelCostTranslationRef } from '../../translation';
import { Grouping } from './useCostState';

const numbers = new Intl.NumberFormat('en');

/** Unit costs have fewer dimensions than cost: a component answers no request. */
function toUnitGrouping(groupBy: Grouping): UnitGrouping {
  return groupBy === 'component' || groupBy === 'activity' ? 'none' : groupBy;
}

function Unit({ unit, currency }: { unit: UnitCost; currency: string }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { amount, volume, minimumVolume, reason = 'no_usage' } = unit;
  return (
    <TableCell align="right">
      {amount === undefined ? (
        <Box component="span" sx={{ fontStyle: 'italic' }}>
          {t(`unit.reason.${reason}`, {
            minimum: numbers.format(minimumVolume),
          })}
        </Box>
      ) : (
        <MoneyText micros={amount} currency={currency} />
      )}
      {volume !== undefined && (
        <Typography variant="caption" component="div">
          {t('unit.volume', { volume: numbers.format(volume) })}
        </Typography>
      )}
    </TableCell>
  );
}

function GpuUse(props: { gpu: UnitCostGroup['gpu']; currency: string }) {
  const { gpu, currency } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  if (!gpu) return <TableCell align="right">–</TableCell>;
  const { cost, hours, hoursUsed, approximate = 0 } = gpu;
  const use =
    hours && hoursUsed !== undefined
      ? t('unit.gpuUse', {
          used: numbers.format(Math.round(hoursUsed)),
          hours: numbers.format(Math.round(hours)),
          percent: `${Math.round((hoursUsed / hours) * 100)}`,
        })
      : t('unit.gpuUnknown');
  return (
    <TableCell align="right">
      <MoneyText micros={cost} currency={currency} />
      <Typography variant="caption" component="div">
        {use}
      </Typography>
      {approximate > 0 && (
        <Typography variant="caption" component="div">
          {t('unit.gpuApproximate', {
            amount: formatMoney(approximate, currency),
          })}
        </Typography>
      )}
    </TableCell>
  );
}

function Rows({
  units,
  grouping,
}: {
  units: UnitCosts;
  grouping: UnitGrouping;
}) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const nameOf = useGroupNames(grouping);
  const { currency } = units;
  return units.groups.map(group => (
    <TableRow key={group.key}>
      <TableCell component="th" scope="row">
        {grouping === 'none' ? t('unit.all') : nameOf(group.key)}
        <Typography variant="caption" component="div">
          {t('unit.days', {
            known: `${group.days}`,
            days: `${units.days ?? group.days}`,
          })}
        </Typography>
      </TableCell>
      <Unit unit={group.per1000Requests} currency={currency} />
      <Unit unit={group.perMillionTokens} currency={currency} />
      <TableCell align="right">
        {group.latencySeconds?.p95 === undefined
          ? '–'
          : t('unit.seconds', {
              seconds: `${Number(group.latencySeconds.p95.toPrecision(3))}`,
            })}
      </TableCell>
      <GpuUse gpu={group.gpu} currency={currency} />
    </TableRow>
  ));
}

/** What a request and a token cost, with volumes, or why that can't be told. */
export function UnitCostsTable(props: {
  modelRef: string;
  days: number;
  groupBy: Grouping;
}) {
  const { modelRef, days, groupBy } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  const grouping = toUnitGrouping(groupBy);
  const { value, error, reload } = useUnitCosts(modelRef, days, grouping);
  return (
    <Box component="section" aria-label={t('unit.title')} sx={{ mt: 4 }}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {t('unit.title')}
      </Typography>
      {error && (
        <LoadFailure error={error} what={t('unit.what')} retry={reload} />
      )}
      {!value && !error && <LoadingRows rows={2} height={60} />}
      {value && value.groups.length === 0 && (
        <Typography variant="body2">{t('unit.none')}</Typography>
      )}
      {value && value.groups.length > 0 && (
        <TableContainer tabIndex={0} role="region" aria-label={t('unit.title')}>
          <Table size="small" aria-label={t('unit.title')}>
            <TableHead>
              <TableRow>
                <TableCell>{t('unit.group')}</TableCell>
                <TableCell align="right">{t('unit.per1000Requests')}</TableCell>
                <TableCell align="right">
                  {t('unit.perMillionTokens')}
                </TableCell>
                <TableCell align="right">{t('unit.latency')}</TableCell>
                <TableCell align="right">{t('unit.gpu')}</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              <Rows units={value} grouping={grouping} />
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Box>
  );
}
