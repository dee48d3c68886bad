import {
  ModelCost,
  ModelCostGroupBy,
} from '@modelyard/plugin-model-cost-common';
import { formatDay, formatMoney } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { BarChart } from '@mui/x-charts/BarChart';
import { DayKind, dayKinds } from '../../cost/dayKind';
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

interface BarsProps {
  cost: ModelCost;
  kinds: DayKind[];
  height: number;
  groups: { key: string; name: string; color: string }[];
}

function Bars({ cost, kinds, height, groups }: BarsProps) {
  const money = (micros: number) => formatMoney(micros, cost.currency);
  return (
    <BarChart
      height={height}
      hideLegend
      skipAnimation
      margin={{ left: 0, right: 8, top: 8, bottom: 0 }}
      xAxis={[
        {
          scaleType: 'band',
          data: cost.days,
          categoryGapRatio: 0.2,
          valueFormatter: (day: string) => formatDay(day),
        },
      ]}
      yAxis={[{ width: 72, valueFormatter: money }]}
      series={groups.map(({ key, name, color }, index) => ({
        id: key,
        label: name,
        data: cost.groups[index].perDay,
        stack: 'total',
        color,
        valueFormatter: value => (value === null ? null : money(value)),
      }))}
    >
      <DayMarks days={cost.days} kinds={kinds} />
    </BarChart>
  );
}

/** Stacked bars per day. Says nothing that the table beside it does not say. */
export function CostChart({ cost, groupBy, height, label }: CostChartProps) {
  const { palette } = useTheme();
  const nameOf = useGroupNames(groupBy);
  const kinds = dayKinds(cost);
  const keys = cost.groups.map(({ key }) => key);
  const colors = groupColors(keys, palette.mode);
  const groups = keys.map(key => ({
    key,
    name: nameOf(key),
    color: colors.get(key) ?? palette.text.secondary,
  }));
  return (
    <Box>
      <Box role="img" aria-label={label}>
        <Bars cost={cost} kinds={kinds} height={height} groups={groups} />
      </Box>
      <CostLegend groups={groups} kinds={kinds} />
    </Box>
  );
}
