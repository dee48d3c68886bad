import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateUnder } from '../form/validation';
import { JobField } from './JobField';
import { jobFieldSchema } from './jobFieldSchema';

/** Refuses a job that can't be planned. */
export const validateJob = validateUnder('/job');

/** The field `JobField` of template forms. */
export const jobField = createFormField({
  name: 'JobField',
  component: JobField,
  schema: jobFieldSchema,
  validation: validateJob,
});
