import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { EnvironmentsField } from './EnvironmentsField';
import { environmentsSchema } from './environmentsSchema';

/** The field `EnvironmentsField` of template forms. */
export const environmentsField = createFormField({
  name: 'EnvironmentsField',
  component: EnvironmentsField,
  schema: environmentsSchema,
});
