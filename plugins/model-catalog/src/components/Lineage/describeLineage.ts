import { Lineage } from '@modelyard/plugin-model-catalog-common';

/** One model, version, dataset or service of a lineage. */
export type LineageNode = Lineage['nodes'][number];

/** What a node is to the model that was asked for. */
export type LineageRole =
  'base' | 'derived' | 'dataset' | 'service' | 'version' | 'related';

/** A node with what it is to the model. */
export interface LineageRow {
  node: LineageNode;
  role: LineageRole;
  /** Steps of derivation between the two; absent where there are none. */
  steps?: number;
}

const roles: LineageRole[] = [
  'version',
  'base',
  'dataset',
  'derived',
  'service',
  'related',
];

/** Steps from a node to all that the derivations reach, in one direction. */
function countSteps(
  edges: Lineage['edges'],
  start: string,
  [near, far]: ['from', 'to'] | ['to', 'from'],
): Map<string, number> {
  const steps = new Map([[start, 0]]);
  // Entries that are added on the way are visited too.
  for (const [id, count] of steps)
    for (const edge of edges)
      if (
        edge.type === 'derivedFrom' &&
        edge[near] === id &&
        !steps.has(edge[far])
      )
        steps.set(edge[far], count + 1);
  return steps;
}

/**
 * Says of every node but the model itself what it is to the model: what the model
 * was made from first, nearer ones before farther ones, then what came of it.
 */
export function describeLineage(
  { nodes, edges }: Lineage,
  modelRef: string,
): LineageRow[] {
  const bases = countSteps(edges, modelRef, ['from', 'to']);
  const derived = countSteps(edges, modelRef, ['to', 'from']);
  const describe = (node: LineageNode): LineageRow => {
    if (node.kind === 'dataset') return { node, role: 'dataset' };
    if (node.kind === 'service') return { node, role: 'service' };
    if (node.kind === 'version') return { node, role: 'version' };
    const up = bases.get(node.id);
    if (up !== undefined) return { node, role: 'base', steps: up };
    const down = derived.get(node.id);
    return down === undefined
      ? { node, role: 'related' }
      : { node, role: 'derived', steps: down };
  };
  return nodes
    .filter(({ id }) => id !== modelRef)
    .map(describe)
    .sort(
      (one, other) =>
        roles.indexOf(one.role) - roles.indexOf(other.role) ||
        (one.steps ?? 0) - (other.steps ?? 0) ||
        one.node.label.localeCompare(other.node.label),
    );
}
