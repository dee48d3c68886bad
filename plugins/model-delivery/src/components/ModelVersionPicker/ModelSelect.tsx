import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import {
  LoadFailure,
  modelCatalogApiRef,
  useLoad,
} from '@modelyard/plugin-model-react';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';

const offered = 20;

interface ModelSelectProps {
  /** Entity ref of the chosen model. */
  value: string | undefined;
  required: boolean;
  error?: string;
  onChange: (ref: string | undefined) => void;
}

/** The models that match what is typed, and the one that was chosen. */
function useModels(value: string | undefined) {
  const api = useApi(modelCatalogApiRef);
  const [q, setQ] = useState('');
  const found = useLoad(
    signal => api.listModels({ limit: offered, ...(q && { q }) }, { signal }),
    [api, q],
    { keep: true },
  );
  const chosen = useLoad<ModelRow | undefined>(
    signal =>
      value ? api.getModel(value, { signal }) : Promise.resolve(undefined),
    [api, value],
    { keep: true },
  );
  return { found, chosen: value ? chosen.value : undefined, setQ };
}

/** Finds a model by typing a part of its name. */
export function ModelSelect(props: ModelSelectProps) {
  const { value, required, error, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { found, chosen, setQ } = useModels(value);
  if (found.error)
    return (
      <LoadFailure
        error={found.error}
        what={t('picker.what')}
        retry={found.reload}
      />
    );
  return (
    <Autocomplete
      options={found.value?.items ?? []}
      value={chosen ?? null}
      loading={found.loading}
      filterOptions={options => options}
      getOptionLabel={row => row.title}
      isOptionEqualToValue={(one, other) => one.ref === other.ref}
      noOptionsText={t('picker.noModel')}
      onInputChange={(_event, text, reason) =>
        setQ(reason === 'input' ? text : '')
      }
      onChange={(_event, row) => onChange(row?.ref)}
      renderOption={(optionProps, row) => (
        <li {...optionProps} key={row.ref}>
          {row.title} ({row.ref})
        </li>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={t('picker.model')}
          required={required}
          error={error !== undefined}
          helperText={error ?? t('picker.modelHelp')}
        />
      )}
    />
  );
}
