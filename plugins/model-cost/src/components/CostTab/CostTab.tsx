import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import { LoadFailure, LoadingRows } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { ReactNode } from 'react';
import { useModelCost } from '../../cost/useModelCost';
import { modelCostTranslationRef } from '../../translation';
import { CostAnswer } from '../CostAnswer';
import { CostChart } from '../CostChart/CostChart';
import { CostEmpty } from '../CostEmpty';
import { CostSmallPrint } from '../CostSmallPrint';
import { ComponentsTable } from './ComponentsTable';
import { CostControls } from './CostControls';
import { CsvButton } from './CsvButton';
import { DaysTable } from './DaysTable';
import { HowCounted } from './HowCounted';
import { UnitCostsTable } from './UnitCostsTable';
import { CostState, Grouping, useCostState } from './useCostState';

const chartHeight = 280;

function Figures(props: {
  cost: ModelCost;
  modelRef: string;
  days: number;
  groupBy: Grouping;
}) {
  const { cost, modelRef, days, groupBy } = props;
  const { t } = useTranslationRef(modelCostTranslationRef);
  const label = t('chart.label', { group: t(`controls.groups.${groupBy}`) });
  return (
    <>
      <CostChart
        cost={cost}
        groupBy={groupBy}
        height={chartHeight}
        label={label}
      />
      <Box
        sx={{
          display: 'grid',
          gap: 4,
          mt: 3,
          gridTemplateColumns: { xs: '1fr', lg: '2fr 1fr' },
          alignItems: 'start',
        }}
      >
        <DaysTable cost={cost} modelRef={modelRef} groupBy={groupBy} />
        <Box>
          <ComponentsTable cost={cost} />
        </Box>
      </Box>
      <UnitCostsTable modelRef={modelRef} days={days} groupBy={groupBy} />
      <HowCounted cost={cost} />
    </>
  );
}

function Head(props: { cost?: ModelCost; state: CostState; csv: ReactNode }) {
  const { cost, state, csv } = props;
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        justifyContent: 'space-between',
        gap: 2,
        mb: 2,
      }}
    >
      <Box sx={{ minWidth: 0, flex: '1 1 360px' }}>
        {cost && cost.groups.length > 0 && <CostAnswer cost={cost} />}
        {cost && <CostSmallPrint cost={cost} />}
      </Box>
      <Box
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}
      >
        <CostControls state={state} />
        {csv}
      </Box>
    </Box>
  );
}

/** The cost tab of a Model: the answer, the days and what they are made of. */
export function CostTab() {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { entity } = useEntity();
  const modelRef = stringifyEntityRef(entity);
  const state = useCostState();
  const { days, groupBy } = state;
  const { value, error, reload } = useModelCost(modelRef, days, groupBy);
  const csv = value && value.groups.length > 0 && (
    <CsvButton modelRef={modelRef} cost={value} groupBy={groupBy} />
  );
  return (
    <Paper component="section" aria-label={t('title')} sx={{ p: 3 }}>
      <Head cost={value} state={state} csv={csv} />
      {error && (
        <LoadFailure error={error} what={t('card.what')} retry={reload} />
      )}
      {!value && !error && <LoadingRows rows={3} height={120} />}
      {value && value.groups.length === 0 && (
        <CostEmpty cost={value} modelRef={modelRef} />
      )}
      {value && value.groups.length > 0 && (
        <Figures
          cost={value}
          modelRef={modelRef}
          days={days}
          groupBy={groupBy}
        />
      )}
    </Paper>
  );
}
