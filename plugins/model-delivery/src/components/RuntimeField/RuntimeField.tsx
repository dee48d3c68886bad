import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  RuntimeKey,
  runtimeKeyOf,
  runtimeOptions,
} from '@modelyard/plugin-model-delivery-common';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { isRuntimeKey, toRuntime } from '../form/serviceValues';
import { RuntimeFieldProps } from './runtimeSchema';

const services = Object.keys(runtimeOptions)
  .filter(isRuntimeKey)
  .filter(key => !runtimeOptions[key].job);

/** The runtimes that the template lets one choose from. */
function offeredBy({ uiSchema }: RuntimeFieldProps): RuntimeKey[] {
  const named = uiSchema['ui:options']?.runtimes;
  return named ? named.filter(isRuntimeKey) : services;
}

function RuntimeOption({ runtime }: { runtime: RuntimeKey }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Box sx={{ pt: 0.75 }}>
      {t(`runtimeField.titles.${runtime}`)}
      <Typography variant="body2" color="text.secondary">
        {t(`runtimeField.sentences.${runtime}`)}
      </Typography>
    </Box>
  );
}

/**
 * Field of a template form: what runs the model. It shows nothing where the
 * template leaves no choice.
 */
export function RuntimeField(props: RuntimeFieldProps) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = useId();
  const offered = offeredBy(props);
  if (offered.length < 2) return null;
  const choose = (runtime: string) => {
    if (isRuntimeKey(runtime)) onChange(toRuntime(runtime));
  };
  return (
    <FormControl id="root_runtime">
      <FormLabel
        id={label}
        sx={{ color: 'text.primary', fontWeight: 600, mb: 0.5 }}
      >
        {t('runtimeField.legend')}
      </FormLabel>
      <RadioGroup
        aria-labelledby={label}
        value={formData?.kind ? runtimeKeyOf(formData) : ''}
        onChange={(_event, runtime) => choose(runtime)}
      >
        {offered.map(runtime => (
          <FormControlLabel
            key={runtime}
            value={runtime}
            sx={{ alignItems: 'flex-start' }}
            control={<Radio size="small" />}
            label={<RuntimeOption runtime={runtime} />}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
