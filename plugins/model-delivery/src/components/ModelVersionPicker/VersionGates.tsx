import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { GateChip, LoadingRows, useLoad } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { gatesApiRef } from '../../api/gatesApiRef';
import { modelDeliveryTranslationRef } from '../../translation';
import { ModelVersionValue } from './modelVersionSchema';
import { useEnvironments } from '../useEnvironments';

/** Asks for the gate of a version in every environment. */
function useGates({ ref, version }: ModelVersionValue) {
  const api = useApi(gatesApiRef);
  const environments = useEnvironments();
  return useLoad(
    async signal => {
      const { items } = await api.listVersionScorecards(
        ref,
        version,
        environments,
        { signal },
      );
      return items.map(({ gate }) => gate);
    },
    [api, ref, version, environments],
  );
}

/** Gate of the chosen version in every environment, with what closes it. */
export function VersionGates({ value }: { value: ModelVersionValue }) {
  const { version } = value;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const load = useGates(value);
  return (
    <Box sx={{ mt: 1 }} aria-live="polite">
      <Typography variant="body2" gutterBottom>
        {t('picker.gates', { version })}
      </Typography>
      {load.error && (
        <Typography variant="body2" color="text.secondary">
          {t('picker.gatesUnknown')}
        </Typography>
      )}
      {!load.error && !load.value && <LoadingRows rows={1} height={24} />}
      <Box
        component="ul"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          rowGap: 0.5,
          m: 0,
          p: 0,
          listStyle: 'none',
        }}
      >
        {load.value?.map(({ environment, state, blockers }) => (
          <Box component="li" key={environment}>
            <GateChip
              state={state}
              environment={environment}
              blockers={blockers}
            />{' '}
            <Typography component="span" variant="caption">
              {blockers.join(', ')}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
