import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, errorsAt, FieldErrors } from '../form/fieldErrors';
import { ChoiceInput, TextInput } from '../form/Inputs';
import { PairsInput } from '../form/PairsInput';
import { SecretValue } from './secretsSchema';

interface SecretInputsProps {
  index: number;
  value: SecretValue;
  errors?: FieldErrors;
  onChange: (value: SecretValue) => void;
  onRemove: () => void;
}

function StoreInputs({ index, value, errors, onChange }: SecretInputsProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const id = `root_secrets_${index}_store`;
  const { store } = value;
  const kinds = (['ClusterSecretStore', 'SecretStore'] as const).map(kind => ({
    value: kind,
    title: t(`secretsField.storeKinds.${kind}`),
  }));
  return (
    <>
      <ChoiceInput
        id={`${id}_kind`}
        label={t('secretsField.storeKind')}
        value={store.kind ?? 'ClusterSecretStore'}
        options={kinds}
        onChange={kind => onChange({ ...value, store: { ...store, kind } })}
      />
      <TextInput
        id={`${id}_name`}
        label={t('secretsField.storeName')}
        required
        value={store.name}
        error={errorAt(errors, 'store', 'name')}
        onChange={name => onChange({ ...value, store: { ...store, name } })}
      />
    </>
  );
}

/** One reference to a secret: where it lies, and which variables it fills. */
export function SecretInputs(props: SecretInputsProps) {
  const { index, value, errors, onChange, onRemove } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const id = `root_secrets_${index}`;
  const title = t('secretsField.one', { index: `${index + 1}` });
  return (
    <Box
      component="fieldset"
      id={id}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, m: 0, p: 1.5 }}
    >
      <Box component="legend" sx={{ px: 0.5 }}>
        {title}
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
        {(['name', 'key'] as const).map(key => (
          <TextInput
            key={key}
            id={`${id}_${key}`}
            label={t(`secretsField.${key}`)}
            required
            value={value[key]}
            error={errorAt(errors, key)}
            onChange={text => onChange({ ...value, [key]: text })}
          />
        ))}
        <StoreInputs {...props} />
      </Box>
      <Box sx={{ mt: 1.5 }}>
        <PairsInput
          id={`${id}_variables`}
          label={t('secretsField.variables')}
          nameLabel={t('secretsField.variable')}
          valueLabel={t('secretsField.property')}
          value={value.variables}
          errors={errorsAt(errors, 'variables')}
          onChange={(variables = {}) => onChange({ ...value, variables })}
        />
      </Box>
      <Button
        size="small"
        aria-label={t('form.removeOne', { name: value.name || title })}
        onClick={onRemove}
      >
        {t('form.remove')}
      </Button>
    </Box>
  );
}
