import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { FieldProps } from '../form/fieldProps';

/** Value of the field. */
export const repositorySchema = makeFieldSchema({
  output: z =>
    z.object({
      name: z.string(),
      url: z.string().optional(),
      path: z.string().optional(),
      project: z.string().optional(),
      change: z.enum(['commit', 'pull-request']).optional(),
    }),
});

/** A repository as the form has it. */
export type RepositoryValue = typeof repositorySchema.TOutput;

/** What the field uses of the props that the form gives it. */
export type RepositoryFieldProps = FieldProps<RepositoryValue>;
