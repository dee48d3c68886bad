import { Review, ScorecardCheck } from '../api/ScorecardApi';
import { EvidenceRecord } from '../evidence/EvidenceRecord';
import { EvaluateOptions } from './EvaluateOptions';

/** A record with its date in numbers. */
export interface PreparedRecord {
  record: EvidenceRecord;
  /** Milliseconds since 1970; NaN when the date makes no sense. */
  producedMs: number;
}

/** The facts about one version, arranged for all checks of a pack. */
export interface PreparedFacts {
  options: EvaluateOptions;
  nowMs: number;
  /** The record of each kind that counts. */
  records: Map<string, PreparedRecord>;
  /** The decision of each role that counts. */
  reviews: Map<string, Review>;
  /** Verdicts of the checks that were decided before, by id. */
  decided: Map<string, ScorecardCheck['verdict']>;
}

/** Reads the date of one record. */
export function prepareRecord(record: EvidenceRecord): PreparedRecord {
  return { record, producedMs: Date.parse(record.producedAt) };
}
