import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelCost } from '@modelyard/plugin-model-cost-common';
import { FreshnessText } from '@modelyard/plugin-model-react';
import InfoOutlinedIcon from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelCostTranslationRef } from '../translation';

/** How fresh and how complete the figures are, and whether they are examples. */
export function CostSmallPrint({ cost }: { cost: ModelCost }) {
  const { t } = useTranslationRef(modelCostTranslationRef);
  const { coverage, freshness } = cost;
  const share = coverage?.attributed;
  const isOne = freshness.sources.length === 1;
  const isExample = freshness.sources.some(source => source.exampleDates);
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5 }}
      title={
        coverage &&
        t('coverage.explained', {
          percent: `${Math.round(coverage.attributed * 100)}`,
          grade: coverage.grade,
        })
      }
    >
      {freshness.sources.map(source => (
        <FreshnessText
          key={source.id}
          label={source.id}
          closedUntil={source.closedUntil}
          coverage={isOne ? share : undefined}
          state={source.state}
        />
      ))}
      {!isOne && <FreshnessText coverage={share} />}
      {isExample && (
        <Typography
          component="span"
          variant="caption"
          sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}
        >
          <InfoOutlinedIcon aria-hidden sx={{ fontSize: 14 }} />
          {t('example')}
        </Typography>
      )}
    </Box>
  );
}
