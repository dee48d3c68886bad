import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelRow, VersionRow } from '@modelyard/plugin-model-catalog-common';
import { GateChip } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useContext } from 'react';
import { chooseVersion } from '../../domain/chooseVersion';
import { modelScorecardTranslationRef } from '../../translation';
import { GateContext } from './GateContext';

function Gate({ modelRef, version }: { modelRef: string; version?: string }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const gates = useContext(GateContext);
  const card =
    version === undefined ? undefined : gates.find(modelRef, version);
  if (gates.loading) return <Skeleton width={100} height={24} />;
  if (!card) {
    return (
      <Typography variant="body2" color="text.secondary">
        {gates.failed ? t('gate.failed') : t('gate.none')}
      </Typography>
    );
  }
  return <GateChip state={card.gate.state} blockers={card.gate.blockers} />;
}

/** Gate of one version. */
export function VersionGateCell(props: { modelRef: string; row: VersionRow }) {
  return <Gate modelRef={props.modelRef} version={props.row.version} />;
}

/** Gate of the production version of a model, or of its newest one. */
export function GateCell({ row }: { row: ModelRow }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const gates = useContext(GateContext);
  const version = chooseVersion(row)?.version;
  const isKnown = version !== undefined && gates.find(row.ref, version);
  return (
    <Box sx={{ lineHeight: 1.4 }}>
      <Gate modelRef={row.ref} version={version} />
      {isKnown && (
        <Typography variant="caption" component="div" color="text.secondary">
          {t('gate.version', { version })}
        </Typography>
      )}
    </Box>
  );
}
