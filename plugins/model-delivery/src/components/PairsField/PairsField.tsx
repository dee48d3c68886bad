import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { readErrors } from '../form/fieldErrors';
import { PairsInput } from '../form/PairsInput';
import { PairsFieldProps } from './pairsSchema';

/** Field of a template form: names and values, such as variables or labels. */
export function PairsField(props: PairsFieldProps) {
  const { formData, schema, idSchema, errorSchema } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const title = schema.title ?? '';
  return (
    <Box>
      <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
      {schema.description && (
        <Typography variant="body2" color="text.secondary">
          {schema.description}
        </Typography>
      )}
      <Box sx={{ mt: 1 }}>
        <PairsInput
          id={idSchema.$id}
          label={title}
          nameLabel={t('form.pairName')}
          valueLabel={t('form.pairValue')}
          value={formData}
          errors={readErrors(errorSchema)}
          onChange={props.onChange}
        />
      </Box>
    </Box>
  );
}
