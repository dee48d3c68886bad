import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useEffect } from 'react';
import { modelDeliveryTranslationRef } from '../../translation';
import { errorAt, readErrors } from '../form/fieldErrors';
import { TextInput } from '../form/Inputs';
import { asValues, repositoryNameOf } from '../form/serviceValues';
import { RepositoryFieldProps } from './repositorySchema';

/**
 * Field of a template form: the repository of the service, named after it to
 * begin with. It is the last gate of the form: nothing passes that the planner
 * refuses.
 */
export function RepositoryField(props: RepositoryFieldProps) {
  const { formData, formContext, errorSchema, onChange } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const usual = repositoryNameOf(asValues(formContext?.formData).name);
  useEffect(() => {
    if (!formData?.name && usual) onChange({ name: usual });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- named once, when the form gets here
  }, []);
  return (
    <Box>
      <TextInput
        id="root_repository_name"
        label={t('repositoryField.name')}
        required
        value={formData?.name}
        error={errorAt(readErrors(errorSchema), 'name')}
        help={t('repositoryField.help')}
        onChange={name => onChange({ name })}
      />
    </Box>
  );
}
