import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { useId } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { FieldErrors } from '../form/fieldErrors';
import { emptyTrigger, TriggerInput } from '../form/TriggerInput';
import { JobTrigger } from './jobFieldSchema';
import { ScheduleInputs } from './ScheduleInputs';

const weekly: JobTrigger = { kind: 'schedule', cron: '0 3 * * 1' };
const id = 'root_job_trigger';

/** What starts the job, and the inputs of that. */
export function TriggerChoice(props: {
  kinds: readonly JobTrigger['kind'][];
  value: JobTrigger | undefined;
  errors?: FieldErrors;
  onChange: (value: JobTrigger) => void;
}) {
  const { kinds, value = weekly, errors, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = useId();
  const choose = (chosen: string) => {
    const kind = kinds.find(candidate => candidate === chosen);
    if (kind) onChange(kind === 'schedule' ? weekly : emptyTrigger(kind));
  };
  return (
    <Box id={id}>
      <FormControl>
        <FormLabel id={label} sx={{ color: 'text.primary', fontWeight: 600 }}>
          {t('jobField.trigger')}
        </FormLabel>
        <RadioGroup
          row
          aria-labelledby={label}
          value={value.kind}
          onChange={(_event, kind) => choose(kind)}
        >
          {kinds.map(kind => (
            <FormControlLabel
              key={kind}
              value={kind}
              control={<Radio size="small" />}
              label={t(`trigger.kinds.${kind}`)}
            />
          ))}
        </RadioGroup>
      </FormControl>
      <Box sx={{ mt: 1 }}>
        {value.kind === 'schedule' ? (
          <ScheduleInputs
            id={id}
            value={value}
            errors={errors}
            onChange={onChange}
          />
        ) : (
          <TriggerInput
            key={value.kind}
            id={id}
            value={value}
            errors={errors}
            onChange={onChange}
          />
        )}
      </Box>
    </Box>
  );
}
