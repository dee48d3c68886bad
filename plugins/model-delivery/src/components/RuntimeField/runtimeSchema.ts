import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { FieldProps } from '../form/fieldProps';

/** Value of the field, and what a template may say about it. */
export const runtimeSchema = makeFieldSchema({
  output: z =>
    z.object({
      kind: z.enum([
        'kserve',
        'kserve-llm',
        'knative',
        'deployment',
        'retraining-job',
        'batch-inference',
      ]),
      mode: z.enum(['standard', 'knative']).optional(),
    }),
  uiOptions: z =>
    z.object({
      runtimes: z
        .array(z.string())
        .optional()
        .describe(
          'Runtimes to choose from, such as "kserve/knative"; one alone hides the field',
        ),
    }),
});

/** Value of the field. */
export type RuntimeValue = typeof runtimeSchema.TOutput;

/** What a template may say about the field. */
export type RuntimeOptions = { runtimes?: string[] };

/** What the field uses of the props that the form gives it. */
export type RuntimeFieldProps = FieldProps<RuntimeValue> & {
  uiSchema: { 'ui:options'?: Record<string, unknown> & RuntimeOptions };
};
