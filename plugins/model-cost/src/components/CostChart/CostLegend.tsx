import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { DayKind } from '../../cost/dayKind';
import { modelCostTranslationRef } from '../../translation';

function Entry(props: { swatch: object; children: ReactNode }) {
  return (
    <Box
      component="li"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}
    >
      <Box
        aria-hidden
        sx={{ width: 14, height: 14, flexShrink: 0, ...props.swatch }}
      />
      <Typography component="span" variant="caption">
        {props.children}
      </Typography>
    </Box>
  );
}

function useSwatches(): Record<Exclude<DayKind, 'spent'>, object> {
  const { palette } = useTheme();
  const { disabled } = palette.action;
  const failed = palette.error.main;
  const stripes = (angle: number, color: string) =>
    `repeating-linear-gradient(${angle}deg, ${color} 0 2px, transparent 2px 6px)`;
  return {
    missing: { backgroundImage: stripes(45, disabled) },
    failed: {
      backgroundImage: `${stripes(45, failed)}, ${stripes(-45, failed)}`,
    },
    zero: { borderBottom: '2px solid', borderColor: 'text.secondary' },
    empty: {
      width: 6,
      height: 6,
      mx: 0.5,
      border: '1px solid',
      borderColor: 'text.secondary',
      borderRadius: '50%',
    },
  };
}

export interface CostLegendProps {
  groups: { key: string; name: string; color: string }[];
  kinds: DayKind[];
}

/** What the colours of a chart mean, and the marks of the days that occur. */
export function CostLegend({ groups, kinds }: CostLegendProps) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const swatches = useSwatches();
  const marks = (['zero', 'empty', 'missing', 'failed'] as const).filter(kind =>
    kinds.includes(kind),
  );
  return (
    <Box
      component="ul"
      aria-label={t('chart.legend')}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 2,
        rowGap: 0.5,
        listStyle: 'none',
        p: 0,
        m: 0,
      }}
    >
      {groups.map(({ key, name, color }) => (
        <Entry key={key} swatch={{ bgcolor: color, borderRadius: '2px' }}>
          {name}
        </Entry>
      ))}
      {marks.map(kind => (
        <Entry key={kind} swatch={swatches[kind]}>
          {t(`day.${kind}`)}
        </Entry>
      ))}
    </Box>
  );
}
