import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateUnder } from '../form/validation';
import { EnvironmentsField } from './EnvironmentsField';
import { environmentsSchema } from './environmentsSchema';

/** Refuses environments that can't be planned. */
export const validateEnvironments = validateUnder('/environments');

/** The field `EnvironmentsField` of template forms. */
export const environmentsField = createFormField({
  name: 'EnvironmentsField',
  component: EnvironmentsField,
  schema: environmentsSchema,
  validation: validateEnvironments,
});
