import { EvaluateOptions } from './EvaluateOptions';
import { countingRecords, countingReviews } from './gatherEvidence';
import { PreparedFacts } from './PreparedFacts';

/** Arranges everything that is known about a version. */
export function arrangeFacts(options: EvaluateOptions): PreparedFacts {
  return {
    options,
    nowMs: Date.parse(options.now),
    records: countingRecords(options),
    reviews: countingReviews(options),
    decided: new Map(),
  };
}
