import { useState } from 'react';
import { FieldErrors } from '../form/fieldErrors';
import { TextInput } from '../form/Inputs';

/** A list of texts, one a line. */
export function LinesInput(props: {
  id: string;
  label: string;
  help: string;
  value: string[] | undefined;
  errors?: FieldErrors;
  onChange: (lines: string[] | undefined) => void;
}) {
  const { id, label, help, value, errors, onChange } = props;
  const [text, setText] = useState(value?.join('\n') ?? '');
  const change = (typed: string) => {
    setText(typed);
    const lines = typed.split('\n').filter(line => line !== '');
    onChange(lines.length ? lines : undefined);
  };
  const nested = Object.values(errors ?? {})
    .flatMap(item => (Array.isArray(item) ? item : (item?.__errors ?? [])))
    .at(0);
  return (
    <TextInput
      id={id}
      label={label}
      help={help}
      rows={3}
      monospace
      value={text}
      error={nested}
      onChange={change}
    />
  );
}
