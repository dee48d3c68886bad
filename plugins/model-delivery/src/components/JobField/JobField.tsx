import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { runtimeOptions } from '@modelyard/plugin-model-delivery-common';
import Box from '@mui/material/Box';
import { modelDeliveryTranslationRef } from '../../translation';
import {
  errorAt,
  errorsAt,
  FieldErrors,
  readErrors,
} from '../form/fieldErrors';
import { NumberInput, TextInput } from '../form/Inputs';
import { runtimeOf } from '../form/serviceValues';
import { JobFieldProps, JobValue } from './jobFieldSchema';
import { LinesInput } from './LinesInput';
import { TriggerChoice } from './TriggerChoice';

interface PartProps {
  value: JobValue;
  errors?: FieldErrors;
  onChange: (change: JobValue) => void;
}

function Limits({ value, errors, onChange }: PartProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
      {(['timeoutMinutes', 'retries'] as const).map(key => (
        <NumberInput
          key={key}
          id={`root_job_${key}`}
          label={t(`jobField.${key}`)}
          help={t(`jobField.help.${key}`)}
          value={value[key]}
          error={errorAt(errors, key)}
          onChange={number => onChange({ [key]: number })}
        />
      ))}
    </Box>
  );
}

function Program({ value, errors, onChange }: PartProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
      {(['command', 'args'] as const).map(key => (
        <LinesInput
          key={key}
          id={`root_job_${key}`}
          label={t(`jobField.${key}`)}
          help={t('jobField.help.lines')}
          value={value[key]}
          errors={errorsAt(errors, key)}
          onChange={lines => onChange({ [key]: lines })}
        />
      ))}
    </Box>
  );
}

function Data({ value, errors, onChange }: PartProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <>
      {(['input', 'output'] as const).map(key => (
        <TextInput
          key={key}
          id={`root_job_${key}`}
          label={t(`jobField.${key}`)}
          help={t(`jobField.help.${key}`)}
          value={value[key]}
          error={errorAt(errors, key)}
          onChange={text => onChange({ [key]: text || undefined })}
        />
      ))}
    </>
  );
}

/** Field of a template form: what a job does, and when. */
export function JobField(props: JobFieldProps) {
  const { formData = {}, formContext, onChange } = props;
  const runtime = runtimeOptions[runtimeOf(formContext?.formData)];
  const errors = readErrors(props.errorSchema);
  const part: PartProps = {
    value: formData,
    errors,
    onChange: change => onChange({ ...formData, ...change }),
  };
  if (!runtime.job) return null;
  return (
    <Box id="root_job" sx={{ display: 'grid', gap: 2 }}>
      {runtime.triggers.length > 0 && (
        <TriggerChoice
          kinds={runtime.triggers}
          value={formData.trigger}
          errors={errorsAt(errors, 'trigger')}
          onChange={trigger => part.onChange({ trigger })}
        />
      )}
      <Data {...part} />
      <Program {...part} />
      <Limits {...part} />
    </Box>
  );
}
