import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateUnder } from '../form/validation';
import { RuntimeField } from './RuntimeField';
import { runtimeSchema } from './runtimeSchema';

/** Refuses a runtime that lacks what it needs, such as an image. */
export const validateRuntime = validateUnder('/runtime', '/image');

/** The field `RuntimeField` of template forms. */
export const runtimeField = createFormField({
  name: 'RuntimeField',
  component: RuntimeField,
  schema: runtimeSchema,
  validation: validateRuntime,
});
