/**
 * Why a call failed, in the words of what can be done about it.
 *
 * @public
 */
export type OutboundErrorKind =
  | 'refused-address'
  | 'unreachable'
  | 'timeout'
  | 'tls'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'rejected'
  | 'server'
  | 'too-large'
  | 'truncated'
  | 'not-json'
  | 'unexpected';

/** What an {@link OutboundError} carries beside its message. @public */
export interface OutboundErrorDetails {
  status?: number;
  /** How long the other side asks to be left alone, in milliseconds. */
  retryAfterMs?: number;
  /** How the other side wants to be authenticated to: `WWW-Authenticate` of a 401. */
  challenge?: string;
  cause?: unknown;
}

/** Kinds that another attempt may cure. */
const passing = new Set<OutboundErrorKind>([
  'unreachable',
  'timeout',
  'rate-limited',
  'server',
  'truncated',
]);

/**
 * A call that did not give what was asked for. The message names the address
 * without its query, and what to do; it never quotes the answer or a header.
 *
 * @public
 */
export class OutboundError extends Error {
  readonly name = 'OutboundError';
  readonly status?: number;
  readonly retryAfterMs?: number;
  readonly challenge?: string;

  constructor(
    readonly kind: OutboundErrorKind,
    message: string,
    details: OutboundErrorDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.status = details.status;
    this.retryAfterMs = details.retryAfterMs;
    this.challenge = details.challenge;
  }

  /** Whether another attempt may succeed. */
  get isPassing(): boolean {
    return passing.has(this.kind);
  }
}
