import { ModelRecord } from './records';
import { sha256 } from './versionDigest';

/**
 * Gives a model to the first of its candidates that exists. While the best one
 * doesn't, the model keeps no mark, so that it is looked at again. Pure.
 */
export function settleOwner(
  model: ModelRecord,
  existing: ReadonlySet<string>,
): ModelRecord {
  const [best] = model.ownerCandidates;
  if (best === undefined) return model;
  const owner = model.ownerCandidates.find(ref => existing.has(ref));
  return {
    ...model,
    owner,
    contentHash: sha256(`${model.contentHash}\n${owner ?? ''}`),
    mark: owner === best ? model.mark : undefined,
  };
}
