import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ObservedState } from '@modelyard/plugin-model-delivery-common';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../translation';

/** What a controller says about an environment, in words. */
export function ObservedText({ observed }: { observed: ObservedState }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <>
      {t(`observed.${observed.state}`)}
      {observed.reason && (
        <Typography variant="caption" color="text.secondary" component="div">
          {observed.reason}
        </Typography>
      )}
    </>
  );
}
