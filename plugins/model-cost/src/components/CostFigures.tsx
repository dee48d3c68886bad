import {
  ModelCost,
  ModelCostGroupBy,
} from '@modelyard/plugin-model-cost-common';
import Box from '@mui/material/Box';
import { CostAnswer } from './CostAnswer';
import { CostChart } from './CostChart/CostChart';
import { CostSmallPrint } from './CostSmallPrint';

const chartHeight = 180;

/** What a card says of a cost: the answer, its days, and how far to trust it. */
export function CostFigures(props: {
  cost: ModelCost;
  groupBy: ModelCostGroupBy;
  /** What the picture shows, for those who don't see it. */
  label: string;
}) {
  const { cost, groupBy, label } = props;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      <CostAnswer cost={cost} />
      <CostChart
        cost={cost}
        groupBy={groupBy}
        height={chartHeight}
        label={label}
      />
      <CostSmallPrint cost={cost} />
    </Box>
  );
}
