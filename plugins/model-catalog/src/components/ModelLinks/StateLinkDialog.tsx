import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelRow } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, useLoad } from '@modelyard/plugin-model-react';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';

const offered = 20;

interface StateLinkDialogProps {
  modelRef: string;
  title: string;
  onClose: () => void;
  onStated: () => void;
}

function ModelField(props: {
  /** The model that is not offered. */
  except: string;
  value?: ModelRow;
  onChange: (model: ModelRow | undefined) => void;
}) {
  const { except, value, onChange } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const [q, setQ] = useState('');
  const found = useLoad(
    signal => api.listModels({ limit: offered, ...(q && { q }) }, { signal }),
    [api, q],
    { keep: true },
  );
  const options = found.value?.items.filter(({ ref }) => ref !== except) ?? [];
  return (
    <Autocomplete
      options={options}
      value={value ?? null}
      loading={found.loading}
      filterOptions={rows => rows}
      getOptionLabel={row => row.title}
      isOptionEqualToValue={(one, other) => one.ref === other.ref}
      noOptionsText={found.error?.message ?? t('links.noModel')}
      onInputChange={(_event, text, reason) =>
        setQ(reason === 'input' ? text : '')
      }
      onChange={(_event, row) => onChange(row ?? undefined)}
      renderOption={(optionProps, { ref, title, source }) => (
        <li {...optionProps} key={ref}>
          {t('links.option', { title, source: source.id })}
        </li>
      )}
      renderInput={params => (
        <TextField
          {...params}
          label={t('links.model')}
          helperText={t('links.modelHelp')}
        />
      )}
    />
  );
}

/** Asks which model is the same as this one, and why. */
export function StateLinkDialog(props: StateLinkDialogProps) {
  const { modelRef, title, onClose, onStated } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const [model, setModel] = useState<ModelRow>();
  const [comment, setComment] = useState('');
  const state = async () => {
    if (!model) return;
    const text = comment.trim();
    await api.stateLink(modelRef, {
      ref: model.ref,
      ...(text && { comment: text }),
    });
    onStated();
  };
  return (
    <ConfirmDialog
      title={t('links.stateTitle', { title })}
      confirm={t('links.stateConfirm')}
      cancel={t('links.cancel')}
      incomplete={!model}
      onClose={onClose}
      onConfirm={state}
      failed={reason => t('links.failed', { reason })}
    >
      <Typography sx={{ mb: 2 }}>{t('links.stateHelp')}</Typography>
      <ModelField except={modelRef} value={model} onChange={setModel} />
      <TextField
        multiline
        fullWidth
        minRows={2}
        label={t('links.comment')}
        value={comment}
        onChange={event => setComment(event.target.value)}
        inputProps={{ maxLength: 1000 }}
        sx={{ mt: 2 }}
      />
    </ConfirmDialog>
  );
}
