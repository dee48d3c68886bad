import { z } from 'zod';
import { modelBoundsSchema } from './modelBoundsSchema';
import { modelManifestSchema } from './modelManifestSchema';

function toJsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { '~standard': _, ...plain } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema._zod.def.type === 'object')
        jsonSchema.additionalProperties = false;
    },
  });
  return plain;
}

/**
 * The JSON Schema (draft 7) of a `model.yaml`, made from what reads it. It is
 * stricter in one thing: a key that no manifest has is an error, for in a review
 * it is a slip. What joins several fields, such as an alias and its version, no
 * JSON Schema can say.
 *
 * @public
 */
export function modelManifestJsonSchema(): Record<string, unknown> {
  return toJsonSchema(modelManifestSchema);
}

/**
 * The JSON Schema (draft 7) of a `bounds.yaml`.
 *
 * @public
 */
export function modelBoundsJsonSchema(): Record<string, unknown> {
  return toJsonSchema(modelBoundsSchema);
}
