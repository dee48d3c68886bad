import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { ModelVersionPicker } from './ModelVersionPicker';
import { modelVersionSchema } from './modelVersionSchema';

/** The field `ModelVersionPicker` of template forms. */
export const modelVersionPickerField = createFormField({
  name: 'ModelVersionPicker',
  component: ModelVersionPicker,
  schema: modelVersionSchema,
});
