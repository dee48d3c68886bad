import { RefusedAddress } from './addressGuard';
import { OutboundError, OutboundErrorKind } from './OutboundError';
import { retryAfterMs } from './retryAfter';

/** An address without user, password, query and fragment. */
export function shownUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}

const byStatus: Record<number, [OutboundErrorKind, string]> = {
  401: ['unauthorized', 'check the credentials in the configuration'],
  403: ['forbidden', 'the account of the configuration may not read this'],
  404: ['not-found', 'nothing is there'],
  408: ['server', 'it gave up waiting; it is tried again later'],
  410: ['not-found', 'it is gone'],
  429: ['rate-limited', 'it asks for fewer requests; it is tried again later'],
};

/** What a status that is no success means. */
export function explainStatus(
  url: URL,
  status: number,
  headers: { get(name: string): string | null },
): OutboundError {
  const [kind, remedy] =
    byStatus[status] ??
    (status >= 500
      ? (['server', 'it is in trouble; it is tried again later'] as const)
      : (['rejected', 'it does not accept the request'] as const));
  return new OutboundError(
    kind,
    `${shownUrl(url)} answered ${status}: ${remedy}`,
    {
      status,
      retryAfterMs: retryAfterMs(headers),
      challenge: headers.get('www-authenticate') ?? undefined,
    },
  );
}

/** An error, which need not be of this realm. */
interface ErrorLike {
  name?: unknown;
  code?: unknown;
  cause?: unknown;
  errors?: unknown;
}

function isErrorLike(value: unknown): value is ErrorLike {
  return typeof value === 'object' && value !== null;
}

function chainOf(error: unknown): ErrorLike[] {
  const chain: ErrorLike[] = [];
  let current = error;
  while (isErrorLike(current) && chain.length < 8) {
    chain.push(current);
    current = Array.isArray(current.errors) ? current.errors[0] : current.cause;
  }
  return chain;
}

/** Certificates that no trust in their authority would help. */
const byTlsCode: Partial<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'has a certificate that has expired; let it be renewed',
  CERT_NOT_YET_VALID:
    'has a certificate that is not valid yet; compare the clocks of both machines',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'has a certificate for another name; call it by a name in its certificate',
};

const isTlsCode = (code: string) =>
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code);
const isTimeoutCode = (code: string) => /TIMEOUT$|^ETIMEDOUT$/.test(code);
const isCutCode = (code: string) =>
  [
    'UND_ERR_SOCKET',
    'ECONNRESET',
    'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  ].includes(code);

/** What a call that got no answer, or only half of one, means. */
export function explainFailure(url: URL, error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const chain = chainOf(error);
  const codes = chain.map(e => (typeof e.code === 'string' ? e.code : ''));
  const code = codes.find(Boolean);
  const fail = (kind: OutboundErrorKind, what: string) =>
    new OutboundError(kind, `${shownUrl(url)} ${what}`, { cause: error });
  if (chain.some(e => e instanceof RefusedAddress))
    return fail(
      'refused-address',
      'resolves to a link-local or metadata address; allow its range in the configuration if that is meant',
    );
  if (chain.some(e => e.name === 'TimeoutError') || codes.some(isTimeoutCode))
    return fail(
      'timeout',
      'did not answer in time; it is tried again later. If it is always slow, raise the time a request may take',
    );
  const tlsCode = codes.find(isTlsCode);
  if (tlsCode)
    return fail(
      'tls',
      byTlsCode[tlsCode] ??
        `has a certificate that can't be trusted (${tlsCode}); name its authority in NODE_EXTRA_CA_CERTS`,
    );
  if (codes.some(isCutCode))
    return fail('truncated', 'broke off its answer; it is tried again later');
  return fail(
    'unreachable',
    `can't be reached (${code ?? 'no answer'}); it is tried again later. Check that it runs, the address in the configuration, and what the network lets through`,
  );
}
