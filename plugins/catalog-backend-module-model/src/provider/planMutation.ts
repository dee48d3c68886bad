import { stringifyEntityRef } from '@backstage/catalog-model';
import { ModelEntity } from '@modelyard/plugin-model-catalog-common';
import { createHash } from 'node:crypto';

/** Hash of each entity that was emitted, by its ref. */
export type EmittedEntities = ReadonlyMap<string, string>;

/** What to tell the catalog, and what it will know then. */
export interface Mutation {
  added: ModelEntity[];
  removed: string[];
  emitted: EmittedEntities;
}

/** Compares the models there are with those that were emitted. Pure. */
export function planMutation(
  entities: ModelEntity[],
  before: EmittedEntities,
): Mutation {
  const emitted = new Map<string, string>();
  const added = entities.filter(entity => {
    const ref = stringifyEntityRef(entity);
    const hash = createHash('sha256')
      .update(JSON.stringify(entity))
      .digest('hex');
    emitted.set(ref, hash);
    return before.get(ref) !== hash;
  });
  const removed = [...before.keys()].filter(ref => !emitted.has(ref));
  return { added, removed, emitted };
}
