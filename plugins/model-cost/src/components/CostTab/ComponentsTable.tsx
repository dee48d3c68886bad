import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CostComponent,
  costComponents,
  ModelCost,
} from '@modelyard/plugin-model-cost-common';
import { MoneyText } from '@modelyard/plugin-model-react';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { modelCostTranslationRef } from '../../translation';

function addUp(cost: ModelCost): [CostComponent, number][] {
  return costComponents
    .map((component): [CostComponent, number] => [
      component,
      cost.groups.reduce(
        (sum, { components }) => sum + (components[component] ?? 0),
        0,
      ),
    ])
    .filter(([, micros]) => micros !== 0);
}

function toShare(micros: number, total: number | undefined): string {
  if (total === undefined || total <= 0) return '–';
  const percent = (micros / total) * 100;
  return percent > 0 && percent < 1 ? '< 1 %' : `${Math.round(percent)} %`;
}

/** What the total is made of; components that cost nothing are left out. */
export function ComponentsTable({ cost }: { cost: ModelCost }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  return (
    <>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {t('table.components')}
      </Typography>
      <Table size="small" aria-label={t('table.components')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('table.component')}</TableCell>
            <TableCell align="right">{t('table.amount')}</TableCell>
            <TableCell align="right">{t('table.share')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {addUp(cost).map(([component, micros]) => (
            <TableRow key={component}>
              <TableCell component="th" scope="row">
                {t(`component.${component}`)}
              </TableCell>
              <TableCell align="right">
                <MoneyText micros={micros} currency={cost.currency} />
              </TableCell>
              <TableCell
                align="right"
                sx={{ fontVariantNumeric: 'tabular-nums' }}
              >
                {toShare(micros, cost.total)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
