import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import { formatMoney } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelCostTranslationRef } from '../../translation';

/** The rule behind the figures, and what the sources say about them. */
export function HowCounted({ cost }: { cost: ModelCost }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { allocation, measures, notices, currency } = cost;
  const { measured, unused, gpuApproximate } = measures;
  const lines: string[] = [
    t(`counted.idle.${allocation.idle}`),
    t(`counted.shared.${allocation.shared}`),
    t('counted.days'),
  ];
  if (measured !== undefined && unused !== undefined)
    lines.push(
      t('counted.unused', {
        unused: formatMoney(unused, currency),
        measured: formatMoney(measured, currency),
      }),
    );
  if (gpuApproximate)
    lines.push(
      t('counted.gpuApproximate', {
        amount: formatMoney(gpuApproximate, currency),
      }),
    );
  return (
    <Box component="section" aria-label={t('counted.title')} sx={{ mt: 4 }}>
      <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 600 }}>
        {t('counted.title')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {lines.map(line => (
          <Typography key={line} component="li" variant="body2">
            {line}
          </Typography>
        ))}
        {notices.map(({ sourceId, message, days }) => (
          <Typography
            key={`${sourceId} ${message}`}
            component="li"
            variant="body2"
          >
            {t('counted.notice', {
              source: sourceId,
              message,
              days: `${days}`,
            })}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
