import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ServiceForm } from './ServiceForm';
import { serviceFormSchema } from './serviceFormSchema';

/** The field `ServiceForm`, which lays out a step of a template form. */
export const serviceFormField = createFormField({
  name: 'ServiceForm',
  component: ServiceForm,
  schema: serviceFormSchema,
});
