import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { FieldErrors, errorAt } from './fieldErrors';
import { TextInput } from './Inputs';

type Pair = readonly [name: string, value: string];

interface PairsInputProps {
  id: string;
  /** What the pairs are, for screen readers: "Variables". */
  label: string;
  nameLabel: string;
  valueLabel: string;
  value: Record<string, string> | undefined;
  errors?: FieldErrors;
  disabled?: boolean;
  /** Name above value instead of beside it. */
  stacked?: boolean;
  onChange: (value: Record<string, string> | undefined) => void;
}

function toRecord(pairs: readonly Pair[]): Record<string, string> | undefined {
  const named = pairs.filter(([name]) => name !== '');
  return named.length ? Object.fromEntries(named) : undefined;
}

/** Rows of names and values; a row without a name counts for nothing. */
export function PairsInput(props: PairsInputProps) {
  const { id, label, nameLabel, valueLabel, value, errors, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const [pairs, setPairs] = useState<Pair[]>(Object.entries(value ?? {}));
  const publish = (next: Pair[]) => {
    setPairs(next);
    onChange(toRecord(next));
  };
  const change = (index: number, pair: Pair) =>
    publish(pairs.map((old, at) => (at === index ? pair : old)));
  const columns = props.stacked ? '1fr' : '1fr 1fr auto';
  return (
    <Box id={id} role="group" aria-label={label}>
      {pairs.map(([name, text], index) => (
        <Box
          key={index}
          sx={{
            display: 'grid',
            gridTemplateColumns: columns,
            gap: 1,
            mb: 1,
            alignItems: 'start',
          }}
        >
          <TextInput
            id={`${id}-name-${index}`}
            label={nameLabel}
            value={name}
            disabled={props.disabled}
            onChange={typed => change(index, [typed, text])}
          />
          <TextInput
            id={`${id}_${name}`}
            label={valueLabel}
            value={text}
            error={errorAt(errors, name)}
            disabled={props.disabled}
            onChange={typed => change(index, [name, typed])}
          />
          <Button
            size="small"
            disabled={props.disabled}
            aria-label={t('form.removeOne', { name: name || label })}
            onClick={() => publish(pairs.filter((_, at) => at !== index))}
          >
            {t('form.remove')}
          </Button>
        </Box>
      ))}
      <Button
        size="small"
        disabled={props.disabled}
        aria-label={t('form.addTo', { list: label })}
        onClick={() => publish([...pairs, ['', '']])}
      >
        {t('form.add')}
      </Button>
    </Box>
  );
}
