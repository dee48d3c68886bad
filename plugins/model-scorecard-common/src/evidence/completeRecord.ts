import { completeIntervals } from '../intervals/completeIntervals';
import { CanonicalRecord, EvidenceMetric } from './EvidenceRecord';

const dayMs = 86_400_000;

/** Age of a scanner's database when it was used, in days, where both times are known. */
function databaseAge(record: CanonicalRecord): EvidenceMetric[] {
  const { claims, metrics, producedAt } = record;
  const built = claims?.databaseAt;
  if (typeof built !== 'string') return [];
  if (metrics.some(({ key }) => key === 'database_age_days')) return [];
  const age = (Date.parse(producedAt) - Date.parse(built)) / dayMs;
  if (!Number.isFinite(age)) return [];
  const n = metrics.find(({ key }) => key === 'critical')?.n;
  const key = 'database_age_days';
  return [{ key, value: Math.max(0, age), ...(n !== undefined && { n }) }];
}

/**
 * Adds what follows from a record: intervals by named methods, and how old the
 * scanner's database was. What the record says itself is left alone.
 *
 * @public
 */
export function completeRecord(record: CanonicalRecord): CanonicalRecord {
  return {
    ...record,
    metrics: completeIntervals([...record.metrics, ...databaseAge(record)]),
  };
}
