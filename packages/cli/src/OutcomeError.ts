/** What was asked for was done, and the answer is no. */
export class OutcomeError extends Error {
  override readonly name = 'OutcomeError';

  /** @param code - 3 for a no, 4 for a signature that does not hold */
  constructor(
    message: string,
    readonly code: 3 | 4,
  ) {
    super(message);
  }
}
