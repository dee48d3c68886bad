import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { EnvironmentInput } from '@modelyard/plugin-model-delivery-common';
import { FieldProps } from '../form/fieldProps';

/** Value of the field: environments as the service input has them. */
export const environmentsSchema = makeFieldSchema({
  output: z => z.array(z.custom<EnvironmentInput>()),
});

/** What the field uses of the props that the form gives it. */
export type EnvironmentsFieldProps = FieldProps<EnvironmentInput[]>;
