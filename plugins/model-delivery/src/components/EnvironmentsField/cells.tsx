import { EnvironmentInput } from '@modelyard/plugin-model-delivery-common';
import { ComponentType } from 'react';
import { errorAt } from '../form/fieldErrors';
import { ChoiceInput, NumberInput, TextInput } from '../form/Inputs';
import { CellProps, RowKey } from './cell';
import { useCellLabel } from './useCellLabel';

/** Where the answer of a row lies in an environment, and how it is changed. */
interface Lens<T> {
  steps: readonly string[];
  get: (value: EnvironmentInput) => T | undefined;
  set: (value: EnvironmentInput, next: T | undefined) => EnvironmentInput;
}

function useInput(
  key: RowKey,
  steps: readonly string[],
  { id, value, used, errors }: CellProps,
) {
  return {
    id: [id, ...steps].join('_'),
    label: useCellLabel(key, value.name),
    hideLabel: true,
    disabled: !used,
    error: errorAt(errors, ...steps),
  };
}

/** Cells with a line of text. */
export function textCells(
  key: RowKey,
  lens: Lens<string>,
): ComponentType<CellProps> {
  return function TextCell(props) {
    const input = useInput(key, lens.steps, props);
    return (
      <TextInput
        {...input}
        value={lens.get(props.value)}
        onChange={text => props.onChange(lens.set(props.value, text))}
      />
    );
  };
}

/** Cells with a number. */
export function numberCells(
  key: RowKey,
  lens: Lens<number>,
): ComponentType<CellProps> {
  return function NumberCell(props) {
    const input = useInput(key, lens.steps, props);
    return (
      <NumberInput
        {...input}
        value={lens.get(props.value)}
        onChange={number => props.onChange(lens.set(props.value, number))}
      />
    );
  };
}

/** Cells with a choice; `useOptions` says what there is to choose from. */
export function choiceCells<T extends string>(
  key: RowKey,
  lens: Lens<T>,
  useOptions: (cell: CellProps) => { value: T; title: string }[],
): ComponentType<CellProps> {
  return function ChoiceCell(props) {
    const input = useInput(key, lens.steps, props);
    return (
      <ChoiceInput
        {...input}
        value={lens.get(props.value)}
        options={useOptions(props)}
        onChange={choice => props.onChange(lens.set(props.value, choice))}
      />
    );
  };
}
