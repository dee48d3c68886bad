import { EvaluateOptions } from './EvaluateOptions';
import { countingRecords, countingReviews } from './gatherEvidence';
import { PreparedFacts } from './PreparedFacts';

/**
 * Arranges everything that is known about a version. Where a registration was
 * lost, an older one must not let the version off: no tier counts then.
 */
export function arrangeFacts(given: EvaluateOptions): PreparedFacts {
  const isTierLost = given.lost?.some(
    ({ kind }) => kind === '*' || kind === 'registration',
  );
  const options = isTierLost ? { ...given, tier: undefined } : given;
  return {
    options,
    nowMs: Date.parse(options.now),
    records: countingRecords(options),
    reviews: countingReviews(options),
    decided: new Map(),
  };
}
