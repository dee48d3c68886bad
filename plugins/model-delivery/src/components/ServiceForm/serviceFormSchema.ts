import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value of the field: all values of the form, those of other steps included. */
export const serviceFormSchema = makeFieldSchema({
  output: z => z.record(z.unknown()),
  uiOptions: z =>
    z.object({
      more: z
        .array(z.string())
        .optional()
        .describe('Fields of the step that are folded away'),
    }),
});

/** Props that the form gives the field. */
export type ServiceFormProps = typeof serviceFormSchema.TProps;
