import { z } from 'zod';
import { modelManifestSchema } from './modelManifestSchema';

const version = modelManifestSchema.shape.spec.shape.versions.unwrap().element;
const { name } = version.shape.metrics.unwrap().element.shape;

/**
 * A `bounds.yaml` beside a manifest: what the newest version has to reach. The
 * checks of a change read it; the catalog does not.
 *
 * @public
 */
export const modelBoundsSchema = z.strictObject({
  apiVersion: z.literal('modelyard.io/v1alpha1'),
  kind: z.literal('ModelBounds'),
  metrics: z
    .array(
      z
        .strictObject({
          name,
          minimum: z.number().optional(),
          maximum: z.number().optional(),
        })
        .refine(
          ({ minimum, maximum }) =>
            minimum !== undefined || maximum !== undefined,
          'must have a minimum or a maximum',
        )
        .meta({
          anyOf: [{ required: ['minimum'] }, { required: ['maximum'] }],
        }),
    )
    .min(1),
});

/** What the newest version of a model has to reach. @public */
export type ModelBounds = z.infer<typeof modelBoundsSchema>;
