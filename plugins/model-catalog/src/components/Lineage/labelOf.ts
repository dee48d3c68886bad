import { parseEntityRef } from '@backstage/catalog-model';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { LineageNode } from './describeLineage';

/** What a node is called; a dataset of the catalog by its name. */
export function labelOf({ kind, label, ref }: LineageNode): string {
  if (kind !== 'dataset' || ref === undefined) return label;
  return humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'resource' });
}
