import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { FieldProps } from '../form/fieldProps';

/** Value of the field. */
export const repositorySchema = makeFieldSchema({
  output: z => z.object({ name: z.string() }),
});

/** What the field uses of the props that the form gives it. */
export type RepositoryFieldProps = FieldProps<typeof repositorySchema.TOutput>;
