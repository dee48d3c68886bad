import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelCost, unallocatedKey } from '@modelyard/plugin-model-cost-common';
import {
  formatDay,
  MoneyText,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { Link as RouterLink } from 'react-router-dom';
import { dayKind, dayTotal } from '../../cost/dayKind';
import { useGroupNames } from '../../cost/useGroupNames';
import { modelCostTranslationRef } from '../../translation';
import { Grouping } from './useCostState';

function GroupName(props: {
  name: string;
  groupKey: string;
  modelRef: string;
  groupBy: Grouping;
}) {
  const { name, groupKey, modelRef, groupBy } = props;
  const links = useModelLinks();
  if (!links || groupBy !== 'version' || groupKey === unallocatedKey)
    return <>{name}</>;
  return (
    <Link component={RouterLink} to={links.version(modelRef, groupKey)}>
      {name}
    </Link>
  );
}

function Amount(props: {
  micros: number | null | undefined;
  currency: string;
}) {
  const { micros, currency } = props;
  return (
    <TableCell align="right">
      {micros === null || micros === undefined ? (
        '–'
      ) : (
        <MoneyText micros={micros} currency={currency} />
      )}
    </TableCell>
  );
}

function DayRow({ cost, index }: { cost: ModelCost; index: number }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { currency, days, groups } = cost;
  const kind = dayKind(cost, index);
  const total = dayTotal(cost, index);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
        {formatDay(days[index])}
      </TableCell>
      {groups.map(({ key, perDay }) => (
        <Amount key={key} micros={perDay[index]} currency={currency} />
      ))}
      {kind === 'spent' ? (
        <Amount micros={total} currency={currency} />
      ) : (
        <TableCell align="right" sx={{ fontStyle: 'italic' }}>
          {t(`day.${kind}`)}
        </TableCell>
      )}
    </TableRow>
  );
}

function SumRow({ cost }: { cost: ModelCost }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ fontWeight: 600 }}>
        {t('table.allDays')}
      </TableCell>
      {cost.groups.map(({ key, total }) => (
        <Amount key={key} micros={total} currency={cost.currency} />
      ))}
      <Amount micros={cost.total} currency={cost.currency} />
    </TableRow>
  );
}

export interface DaysTableProps {
  cost: ModelCost;
  modelRef: string;
  groupBy: Grouping;
}

/** The figures of the chart: one row a day, the latest first. */
export function DaysTable({ cost, modelRef, groupBy }: DaysTableProps) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const nameOf = useGroupNames(groupBy);
  return (
    <TableContainer
      tabIndex={0}
      role="region"
      aria-label={t('table.days')}
      sx={{ maxHeight: 460 }}
    >
      <Table size="small" stickyHeader aria-label={t('table.days')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('table.day')}</TableCell>
            {cost.groups.map(({ key }) => (
              <TableCell key={key} align="right">
                <GroupName
                  name={nameOf(key)}
                  groupKey={key}
                  modelRef={modelRef}
                  groupBy={groupBy}
                />
              </TableCell>
            ))}
            <TableCell align="right">{t('table.total')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          <SumRow cost={cost} />
          {cost.days
            .map((day, index) => <DayRow key={day} cost={cost} index={index} />)
            .reverse()}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
