import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import { VerifiedStatement } from './openEnvelope';

/** A version as a report names it. */
export interface NamedVersion {
  ref: string;
  version: string;
}

const namedInPredicate = z.looseObject({
  subject: z.object({ ref: z.string(), version: z.string() }),
});

/** The version in `model:default/credit-risk@7`. */
function parseName(name: string): NamedVersion | undefined {
  const at = name.lastIndexOf('@');
  if (at < 1) return undefined;
  try {
    const entity = parseEntityRef(name.slice(0, at), {
      defaultKind: 'model',
      defaultNamespace: 'default',
    });
    return { ref: stringifyEntityRef(entity), version: name.slice(at + 1) };
  } catch {
    return undefined;
  }
}

/** The version that a signed statement names, if it names one. */
export function versionOfStatement({
  subject: [{ name }],
  predicate,
}: VerifiedStatement): NamedVersion | undefined {
  const inside = namedInPredicate.safeParse(predicate).data?.subject;
  return inside ?? parseName(name);
}

/** The signed digest as versions have it: `sha256:<hex>`, or a bare commit id. */
export function digestOfStatement({
  subject: [{ digest }],
}: VerifiedStatement): string {
  const entries = Object.entries(digest);
  const [algorithm, hex] =
    entries.find(([name]) => name === 'sha256') ?? entries[0];
  return algorithm === 'gitCommit' ? hex : `${algorithm}:${hex}`;
}
