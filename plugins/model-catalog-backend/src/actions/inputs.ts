import { findModelRef } from '@modelyard/plugin-model-catalog-common';
import { z } from 'zod/v3';

/** A text that a database takes. */
export const textInput = (most: number) =>
  z
    .string()
    .max(most)
    .refine(
      text => !text.includes('\0'),
      'contains a NUL character; leave it out',
    );

/** A Model, by its ref; comes out in full. */
export const modelInput = (description: string) =>
  textInput(200)
    .transform((text, context) => {
      const ref = findModelRef(text);
      if (ref !== undefined) return ref;
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: `"${text}" is not the ref of a model; write such as model:default/credit-risk, or find it with list-models`,
      });
      return z.NEVER;
    })
    .describe(description);

/** The Model that an action is about. */
export const thisModelInput = () =>
  modelInput(
    'Ref of the model, such as "model:default/credit-risk"; "credit-risk" alone means namespace "default".',
  );

/** A version of the model. */
export const versionInput = () =>
  textInput(255).describe(
    'Name of the version as list-versions gives it, such as "7" or "v1.2.0". An alias such as "champion" is refused, because it may move: look it up in `aliases` of get-model.',
  );

/** Where a list goes on. */
export const cursorInput = () =>
  textInput(1000)
    .optional()
    .describe(
      '`nextCursor` of the page before, with the same filters and sort.',
    );

/** How much of a list comes at once. */
export const limitInput = () =>
  z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(20)
    .describe('Rows of a page: 1 to 50.');
