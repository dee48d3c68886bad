import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { MoneyText } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { modelCostTranslationRef } from '../../translation';
import { useColumnCosts } from './CostColumnProvider';
import { Sparkline } from './Sparkline';

/** Cost of thirty days of one model, with its course. */
export function CostCell({ row }: { row: ModelRow }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { loading, failed, costOf } = useColumnCosts();
  const cost = costOf(row.ref);
  const total = cost?.row.total;
  const hasRun = cost?.row.perDay.some(amount => amount !== null);
  if (cost && hasRun && total !== undefined)
    return (
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          justifyContent: 'flex-end',
          gap: 1,
        }}
      >
        <Sparkline perDay={cost.row.perDay} />
        <MoneyText micros={total} currency={cost.list.currency} />
      </Box>
    );
  if (loading) return <Skeleton width={96} />;
  return (
    <Typography variant="caption" color="text.secondary">
      {t(failed ? 'column.failed' : 'column.none')}
    </Typography>
  );
}
