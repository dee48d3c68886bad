/** No answer that could be used; says what to do about it. Exit code 1. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
