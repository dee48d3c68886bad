import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { z } from 'zod';

const ownedSchema = z.object({ spec: z.object({ owner: z.string() }) });

/** As much as the index reads. */
const maxLength = 256 * 1024;

/**
 * Owner that a `catalog-info.yaml` names, as a full entity ref; undefined when
 * it names none that can be read.
 */
export function readOwner(text: string | undefined): string | undefined {
  if (text === undefined || text.length > maxLength) return undefined;
  try {
    const { spec } = ownedSchema.parse(parse(text));
    return stringifyEntityRef(
      parseEntityRef(spec.owner, { defaultKind: 'Group' }),
    );
  } catch {
    return undefined;
  }
}
