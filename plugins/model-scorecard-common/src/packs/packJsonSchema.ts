import { z } from 'zod';
import { packSchema } from './packSchema';

/**
 * JSON schema of check packs, for editors and other programs.
 *
 * @public
 */
export function packJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(packSchema, { io: 'input', unrepresentable: 'any' }),
    $id: 'https://modelyard.io/schemas/check-pack.json',
    title: 'Check pack of Modelyard',
  };
}
