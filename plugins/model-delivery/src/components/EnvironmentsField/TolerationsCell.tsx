import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EnvironmentInput } from '@modelyard/plugin-model-delivery-common';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt } from '../form/fieldErrors';
import { ChoiceInput, TextInput } from '../form/Inputs';
import { CellProps } from './cell';
import { useCellLabel } from './useCellLabel';

type Placement = NonNullable<EnvironmentInput['placement']>;
type Toleration = NonNullable<Placement['tolerations']>[number];

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'] as const;

interface TolerationInputProps {
  cell: CellProps;
  index: number;
  value: Toleration;
  onChange: (value: Toleration | undefined) => void;
}

function TolerationInput(props: TolerationInputProps) {
  const { cell, index, value, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const id = `${cell.id}_placement_tolerations_${index}`;
  const error = (key: string) =>
    errorAt(cell.errors, 'placement', 'tolerations', index, key);
  const effectOptions = effects.map(effect => ({
    value: effect,
    title: effect,
  }));
  return (
    <Box sx={{ display: 'grid', gap: 1, mb: 1 }}>
      <TextInput
        id={`${id}_key`}
        label={t('environmentsField.taintKey')}
        value={value.key}
        error={error('key')}
        disabled={!cell.used}
        onChange={key => onChange({ ...value, key })}
      />
      <TextInput
        id={`${id}_value`}
        label={t('environmentsField.taintValue')}
        value={value.value}
        error={error('value')}
        disabled={!cell.used}
        onChange={text => onChange({ ...value, value: text || undefined })}
      />
      <ChoiceInput
        id={`${id}_effect`}
        label={t('environmentsField.taintEffect')}
        value={value.effect}
        options={effectOptions}
        disabled={!cell.used}
        onChange={effect => onChange({ ...value, effect })}
      />
      <Button
        size="small"
        disabled={!cell.used}
        aria-label={t('form.removeOne', {
          name: value.key || t('environmentsField.rows.tolerations'),
        })}
        onClick={() => onChange(undefined)}
      >
        {t('form.remove')}
      </Button>
    </Box>
  );
}

/** The taints that an environment's replicas put up with. */
export function TolerationsCell(props: CellProps) {
  const { value, id, used, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = useCellLabel('tolerations', value.name);
  const tolerations = value.placement?.tolerations ?? [];
  const publish = (next: Toleration[]) => {
    const { tolerations: _, ...rest } = value.placement ?? {};
    const placement = next.length ? { ...rest, tolerations: next } : rest;
    onChange({ ...value, placement });
  };
  return (
    <Box id={`${id}_placement_tolerations`} role="group" aria-label={label}>
      {tolerations.map((toleration, index) => (
        <TolerationInput
          key={index}
          cell={props}
          index={index}
          value={toleration}
          onChange={next =>
            publish(
              tolerations.flatMap((old, at) => {
                if (at !== index) return [old];
                return next ? [next] : [];
              }),
            )
          }
        />
      ))}
      <Button
        size="small"
        disabled={!used}
        aria-label={t('form.addTo', { list: label })}
        onClick={() => publish([...tolerations, { key: '' }])}
      >
        {t('form.add')}
      </Button>
    </Box>
  );
}
