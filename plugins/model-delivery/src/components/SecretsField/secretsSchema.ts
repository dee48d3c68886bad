import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { ServiceInput } from '@modelyard/plugin-model-delivery-common';
import { FieldProps } from '../form/fieldProps';

/** A reference to a secret outside of Git. */
export type SecretValue = NonNullable<ServiceInput['secrets']>[number];

/** Value of the field. */
export const secretsSchema = makeFieldSchema({
  output: z => z.array(z.custom<SecretValue>()),
});

/** What the field uses of the props that the form gives it. */
export type SecretsFieldProps = FieldProps<SecretValue[]>;
