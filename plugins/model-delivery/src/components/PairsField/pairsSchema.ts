import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { FieldProps } from '../form/fieldProps';

/** Value of the field: texts by name. */
export const pairsSchema = makeFieldSchema({
  output: z => z.record(z.string()),
});

/** What the field uses of the props that the form gives it. */
export type PairsFieldProps = FieldProps<Record<string, string>> & {
  schema: { title?: string; description?: string };
  idSchema: { $id: string };
};
