import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';

/** What every input of these fields has. */
interface InputProps {
  /** Where the value lies in the service input; the input's id follows from it. */
  id: string;
  /** Shown above the input; with `hideLabel` only told to screen readers. */
  label: string;
  hideLabel?: boolean;
  error?: string;
  help?: string;
  disabled?: boolean;
  required?: boolean;
}

function commonOf({ id, label, hideLabel, error, help, ...rest }: InputProps) {
  return {
    id,
    ...(!hideLabel && { label }),
    error: error !== undefined,
    helperText: error ?? help,
    disabled: rest.disabled,
    required: rest.required,
    size: 'small' as const,
    variant: 'outlined' as const,
    fullWidth: true,
    FormHelperTextProps: { sx: { mx: 0 } },
  };
}

/** A line of text; `rows` makes it several. */
export function TextInput(
  props: InputProps & {
    value: string | undefined;
    onChange: (text: string) => void;
    rows?: number;
    /** Ids of a datalist with suggestions. */
    list?: string;
    monospace?: boolean;
  },
) {
  const { value = '', onChange, rows, list, monospace, ...rest } = props;
  return (
    <TextField
      {...commonOf(rest)}
      value={value}
      multiline={rows !== undefined}
      minRows={rows}
      onChange={event => onChange(event.target.value)}
      inputProps={{
        ...(rest.hideLabel && { 'aria-label': rest.label }),
        ...(list && { list }),
        sx: monospace ? { fontFamily: 'monospace', fontSize: 13 } : undefined,
      }}
    />
  );
}

/** A number; undefined while nothing, or something else, is typed. */
export function NumberInput(
  props: InputProps & {
    value: number | undefined;
    onChange: (value: number | undefined) => void;
  },
) {
  const { value, onChange, ...rest } = props;
  const [text, setText] = useState<string>();
  const shown = value === undefined || Number.isNaN(value) ? '' : `${value}`;
  const change = (typed: string) => {
    setText(typed);
    const number = Number(typed);
    onChange(typed.trim() === '' || Number.isNaN(number) ? undefined : number);
  };
  return (
    <TextField
      {...commonOf(rest)}
      type="number"
      value={text ?? shown}
      onChange={event => change(event.target.value)}
      onBlur={() => setText(undefined)}
      inputProps={{
        step: 'any',
        ...(rest.hideLabel && { 'aria-label': rest.label }),
      }}
    />
  );
}

/** One of a few. */
export function ChoiceInput<T extends string>(
  props: InputProps & {
    value: T | undefined;
    options: readonly { value: T; title: string }[];
    onChange: (value: T) => void;
  },
) {
  const { value, options, onChange, ...rest } = props;
  const choose = (chosen: string) => {
    const option = options.find(candidate => candidate.value === chosen);
    if (option) onChange(option.value);
  };
  return (
    <TextField
      {...commonOf(rest)}
      select
      value={options.some(option => option.value === value) ? value : ''}
      onChange={event => choose(event.target.value)}
      SelectProps={{
        SelectDisplayProps: {
          ...(rest.hideLabel && { 'aria-label': rest.label }),
        },
      }}
    >
      {options.map(option => (
        <MenuItem key={option.value} value={option.value}>
          {option.title}
        </MenuItem>
      ))}
    </TextField>
  );
}
