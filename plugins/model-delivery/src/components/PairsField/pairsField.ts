import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { asValues } from '../form/serviceValues';
import {
  validateUnder,
  Validation,
  ValidationContext,
} from '../form/validation';
import { PairsField } from './PairsField';
import { pairsSchema } from './pairsSchema';

/** Refuses names and values that the planner refuses. */
export function validatePairs(
  value: unknown,
  validation: Validation,
  context: ValidationContext,
): void {
  // The form does not tell which of its fields this is, but hands over the very value.
  const own = Object.entries(asValues(context.formData)).find(
    ([, candidate]) => candidate === value,
  );
  if (own) validateUnder(`/${own[0]}`)(value, validation, context);
}

/** The field `PairsField` of template forms. */
export const pairsField = createFormField({
  name: 'PairsField',
  component: PairsField,
  schema: pairsSchema,
  validation: validatePairs,
});
