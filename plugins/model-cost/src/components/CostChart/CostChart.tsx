import {
  ModelCost,
  ModelCostGroupBy,
} from '@modelyard/plugin-model-cost-common';
import { formatDay, formatMoney } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { dayKinds } from '../../cost/dayKind';
import { groupColors } from '../../cost/groupColors';
import { useGroupNames } from '../../cost/useGroupNames';
import { CostLegend } from './CostLegend';
import { DayMarks } from './DayMarks';

export interface CostChartProps {
  cost: ModelCost;
  groupBy: ModelCostGroupBy;
  /** In pixels. */
  height: number;
  /** What the picture shows, for those who don't see it. */
  label: string;
}

/** Stacked bars per day. Says nothing that the table beside it does not say. */
export function CostChart({ cost, groupBy, height, label }: CostChartProps) {
  const { palette } = useTheme();
  const nameOf = useGroupNames(groupBy);
  const { currency, days, groups } = cost;
  const kinds = dayKinds(cost);
  const colors = groupColors(
    groups.map(({ key }) => key),
    palette.mode,
  );
  const money = (micros: number) => formatMoney(micros, currency);
  return (
    <Box>
      <Box role="img" aria-label={label}>
        <BarChart
          height={height}
          hideLegend
          skipAnimation
          margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
          xAxis={[
            {
              scaleType: 'band',
              data: days,
              categoryGapRatio: 0.2,
              valueFormatter: (day: string) => formatDay(day),
            },
          ]}
          yAxis={[{ width: 72, valueFormatter: money }]}
          series={groups.map(({ key, perDay }) => ({
            id: key,
            label: nameOf(key),
            data: perDay,
            stack: 'total',
            color: colors.get(key),
            valueFormatter: value => (value === null ? null : money(value)),
          }))}
        >
          <DayMarks days={days} kinds={kinds} />
        </BarChart>
      </Box>
      <CostLegend
        groups={groups.map(({ key }) => ({
          name: nameOf(key),
          color: colors.get(key) ?? palette.text.secondary,
        }))}
        kinds={kinds}
      />
    </Box>
  );
}
