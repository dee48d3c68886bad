import { useTranslationRef } from '@backstage/frontend-plugin-api';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { ReactNode } from 'react';
import { modelCostTranslationRef } from '../../translation';
import { CostState, groupings, spans } from './useCostState';

function Choice(props: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) {
  const { id, label, value, onChange, children } = props;
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value}
      size="small"
      sx={{ minWidth: 150 }}
      onChange={event => onChange(event.target.value)}
    >
      {children}
    </TextField>
  );
}

/** Chooses the span and what the cost is split by. */
export function CostControls({ state }: { state: CostState }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  return (
    <>
      <Choice
        id="model-cost-days"
        label={t('controls.span')}
        value={`${state.days}`}
        onChange={value => state.setDays(Number(value))}
      >
        {spans.map(days => (
          <MenuItem key={days} value={`${days}`}>
            {t('controls.spanDays', { days: `${days}` })}
          </MenuItem>
        ))}
      </Choice>
      <Choice
        id="model-cost-group-by"
        label={t('controls.groupBy')}
        value={state.groupBy}
        onChange={state.setGroupBy}
      >
        {groupings.map(grouping => (
          <MenuItem key={grouping} value={grouping}>
            {t(`controls.groups.${grouping}`)}
          </MenuItem>
        ))}
      </Choice>
    </>
  );
}
