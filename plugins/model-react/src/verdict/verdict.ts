/**
 * State of one check of a scorecard, in the words of the REST contract.
 *
 * @public
 */
export type Verdict =
  | 'pass'
  | 'fail'
  | 'no_evidence'
  | 'insufficient'
  | 'stale'
  | 'invalid'
  | 'error'
  | 'waived'
  | 'not_applicable';

/**
 * Every {@link Verdict}, the ones that need a person first.
 *
 * @public
 */
export const verdicts: readonly Verdict[] = [
  'fail',
  'error',
  'invalid',
  'no_evidence',
  'insufficient',
  'stale',
  'waived',
  'pass',
  'not_applicable',
];
