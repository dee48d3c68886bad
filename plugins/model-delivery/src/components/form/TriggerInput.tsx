import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import Box from '@mui/material/Box';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, FieldErrors } from './fieldErrors';
import { NumberInput, TextInput } from './Inputs';

type JobTrigger = NonNullable<NonNullable<ServiceInput['job']>['trigger']>;

/** What KEDA follows. */
export type EventTrigger = Exclude<JobTrigger, { kind: 'schedule' }>;

/** A trigger of a kind, yet to be filled in. */
export function emptyTrigger(kind: EventTrigger['kind']): EventTrigger {
  return kind === 'kafka'
    ? {
        kind,
        bootstrapServers: '',
        topic: '',
        consumerGroup: '',
        lagThreshold: 100,
      }
    : {
        kind,
        serverAddress: 'http://prometheus-operated.monitoring.svc:9090',
        query: '',
        threshold: 1,
      };
}

interface TriggerInputProps {
  id: string;
  value: EventTrigger;
  errors?: FieldErrors;
  disabled?: boolean;
  onChange: (value: EventTrigger) => void;
}

type TextKey = 'bootstrapServers' | 'topic' | 'consumerGroup';

function KafkaInputs(
  props: TriggerInputProps & {
    value: Extract<EventTrigger, { kind: 'kafka' }>;
  },
) {
  const { id, value, errors, disabled, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const text = (key: TextKey) => (
    <TextInput
      id={`${id}_${key}`}
      label={t(`trigger.${key}`)}
      value={value[key]}
      error={errorAt(errors, key)}
      disabled={disabled}
      onChange={typed => onChange({ ...value, [key]: typed })}
    />
  );
  return (
    <>
      {text('bootstrapServers')}
      {text('topic')}
      {text('consumerGroup')}
      <NumberInput
        id={`${id}_lagThreshold`}
        label={t('trigger.lagThreshold')}
        value={value.lagThreshold}
        error={errorAt(errors, 'lagThreshold')}
        disabled={disabled}
        onChange={(lagThreshold = Number.NaN) =>
          onChange({ ...value, lagThreshold })
        }
      />
    </>
  );
}

function PrometheusInputs(
  props: TriggerInputProps & {
    value: Extract<EventTrigger, { kind: 'prometheus' }>;
  },
) {
  const { id, value, errors, disabled, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <>
      <TextInput
        id={`${id}_serverAddress`}
        label={t('trigger.serverAddress')}
        value={value.serverAddress}
        error={errorAt(errors, 'serverAddress')}
        disabled={disabled}
        onChange={serverAddress => onChange({ ...value, serverAddress })}
      />
      <TextInput
        id={`${id}_query`}
        label={t('trigger.query')}
        value={value.query}
        rows={2}
        monospace
        error={errorAt(errors, 'query')}
        disabled={disabled}
        onChange={query => onChange({ ...value, query })}
      />
      <NumberInput
        id={`${id}_threshold`}
        label={t('trigger.threshold')}
        value={value.threshold}
        error={errorAt(errors, 'threshold')}
        disabled={disabled}
        onChange={(threshold = Number.NaN) => onChange({ ...value, threshold })}
      />
    </>
  );
}

/** The inputs of a trigger: what is followed, and from which value on. */
export function TriggerInput(props: TriggerInputProps) {
  const { id, value, errors, disabled, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {value.kind === 'kafka' ? (
        <KafkaInputs {...props} value={value} />
      ) : (
        <PrometheusInputs {...props} value={value} />
      )}
      <TextInput
        id={`${id}_authentication`}
        label={t('trigger.authentication')}
        value={value.authentication}
        error={errorAt(errors, 'authentication')}
        disabled={disabled}
        onChange={typed =>
          onChange({ ...value, authentication: typed || undefined })
        }
      />
    </Box>
  );
}
