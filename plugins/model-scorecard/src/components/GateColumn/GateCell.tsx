import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { GateChip } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useContext } from 'react';
import { chooseVersion } from '../../domain/chooseVersion';
import { modelScorecardTranslationRef } from '../../translation';
import { GateContext } from './GateContext';

/** Gate of the production version of a model, or of its newest one. */
export function GateCell({ row }: { row: ModelRow }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const gates = useContext(GateContext);
  const chosen = chooseVersion(row);
  const card = chosen && gates.find(row.ref, chosen.version);
  if (gates.loading) return <Skeleton width={100} height={24} />;
  if (!card || !chosen) {
    return (
      <Typography variant="body2" color="text.secondary">
        {gates.failed ? t('gate.failed') : t('gate.none')}
      </Typography>
    );
  }
  return (
    <Box sx={{ lineHeight: 1.4 }}>
      <GateChip state={card.gate.state} blockers={card.gate.blockers} />
      <Typography variant="caption" component="div" color="text.secondary">
        {t('gate.version', { version: chosen.version })}
      </Typography>
    </Box>
  );
}
