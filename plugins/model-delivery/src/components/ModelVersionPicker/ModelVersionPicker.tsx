import Box from '@mui/material/Box';
import { useState } from 'react';
import { ModelSelect } from './ModelSelect';
import { ModelVersionPickerProps } from './modelVersionSchema';
import { VersionGates } from './VersionGates';
import { VersionSelect } from './VersionSelect';

/**
 * Field of a template form: a model, one of its versions, and what the gates
 * say about it. A version is chosen, never an alias: an alias can move.
 */
export function ModelVersionPicker(props: ModelVersionPickerProps) {
  const { formData, onChange, required, rawErrors } = props;
  const [model, setModel] = useState(formData?.ref);
  const chooseModel = (ref: string | undefined) => {
    setModel(ref);
    onChange(undefined);
  };
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <ModelSelect
        value={model}
        required={required ?? false}
        error={rawErrors?.[0]}
        onChange={chooseModel}
      />
      {model && (
        <VersionSelect
          model={model}
          value={formData?.version}
          onChange={version => onChange({ ref: model, version })}
        />
      )}
      {formData?.version && <VersionGates value={formData} />}
    </Box>
  );
}
