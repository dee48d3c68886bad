import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateUnder } from '../form/validation';
import { SecretsField } from './SecretsField';
import { secretsSchema } from './secretsSchema';

/** Refuses references that can't be planned. */
export const validateSecrets = validateUnder('/secrets');

/** The field `SecretsField` of template forms. */
export const secretsField = createFormField({
  name: 'SecretsField',
  component: SecretsField,
  schema: secretsSchema,
  validation: validateSecrets,
});
