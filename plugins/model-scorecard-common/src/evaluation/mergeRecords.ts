import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { PreparedRecord } from './PreparedFacts';

/**
 * What several records say together, for a check that needs more than one kind:
 * all measurements, each with the size of its own dataset, and all claims, the
 * first record's first.
 */
export function mergeRecords(
  records: readonly PreparedRecord[],
): PreparedRecord {
  const [first] = records;
  if (records.length === 1) return first;
  const all = records.map(({ record }) => record);
  const claims: EvidenceRecord['claims'] = Object.assign(
    {},
    ...all.map(record => record.claims ?? {}).reverse(),
  );
  const metrics = all.flatMap(record =>
    record.metrics.map(metric => ({
      ...metric,
      n: metric.n ?? record.dataset?.n,
    })),
  );
  return {
    producedMs: Math.min(...records.map(({ producedMs }) => producedMs)),
    record: { ...first.record, claims, metrics },
  };
}
