import { digestOf } from '@modelyard/plugin-model-scorecard-common';
import { AuditEntryRow } from './rows';

/** Previous hash of the first entry of every chain. */
export const genesisHash = `sha256:${'0'.repeat(64)}`;

/** Hash of an entry: over all it says and the hash of the entry before it. */
export function auditHash(entry: Omit<AuditEntryRow, 'hash'>): string {
  const { id, model_ref, version, sequence, at, actor, action } = entry;
  return digestOf({
    id,
    model: model_ref,
    version: version ?? undefined,
    sequence,
    at,
    actor,
    action,
    data: entry.data,
    previousHash: entry.previous_hash,
  });
}
