import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of the field: entity ref of a Model, and one of its versions. */
export const modelVersionSchema = makeFieldSchema({
  output: z => z.object({ ref: z.string(), version: z.string() }),
});

/** Value of the field. */
export type ModelVersionValue = typeof modelVersionSchema.TOutput;

/** What the field uses of the props that the form gives it. */
export interface ModelVersionPickerProps {
  formData?: ModelVersionValue;
  required?: boolean;
  rawErrors?: string[];
  onChange: (value: ModelVersionValue | undefined) => void;
}
