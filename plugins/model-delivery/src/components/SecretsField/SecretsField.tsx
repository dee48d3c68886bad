import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorsAt, readErrors } from '../form/fieldErrors';
import { SecretInputs } from './SecretInputs';
import { SecretsFieldProps, SecretValue } from './secretsSchema';

const fresh: SecretValue = {
  name: '',
  store: { kind: 'ClusterSecretStore', name: '' },
  key: '',
  variables: {},
};

/**
 * Field of a template form: secrets that External Secrets brings in. Only
 * references are entered; the secret itself stays in its store.
 */
export function SecretsField(props: SecretsFieldProps) {
  const { formData = [], errorSchema, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const publish = (next: SecretValue[]) =>
    onChange(next.length ? next : undefined);
  return (
    <Box id="root_secrets" role="group" aria-label={t('secretsField.legend')}>
      <Typography sx={{ fontWeight: 600 }}>
        {t('secretsField.legend')}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {t('secretsField.help')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1.5, mt: 1 }}>
        {formData.map((value, index) => (
          <SecretInputs
            // Rows remember what is typed; they start anew when one goes.
            key={`${index} of ${formData.length}`}
            index={index}
            value={value}
            errors={errorsAt(readErrors(errorSchema), index)}
            onChange={next =>
              publish(formData.map((old, at) => (at === index ? next : old)))
            }
            onRemove={() => publish(formData.filter((_, at) => at !== index))}
          />
        ))}
      </Box>
      <Button
        size="small"
        sx={{ mt: 1 }}
        onClick={() => publish([...formData, fresh])}
      >
        {t('secretsField.add')}
      </Button>
    </Box>
  );
}
