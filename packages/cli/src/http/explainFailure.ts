import { isError } from '@backstage/errors';
import { Settings } from '../input/readSettings';
import { RequestError } from './RequestError';

const remedies: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there; start the portal, or correct the URL',
  ECONNRESET: 'the connection broke off; try again',
  ENOTFOUND: 'there is no such host; correct the URL',
  EAI_AGAIN: 'the name could not be looked up; check the network',
  EHOSTUNREACH: 'the host can not be reached; check the network',
  ENETUNREACH: 'the network can not be reached; check it, or the proxy',
  ETIMEDOUT: 'the host does not answer; check the network, or the proxy',
  UND_ERR_CONNECT_TIMEOUT:
    'the host does not answer; check the network, or the proxy',
  UND_ERR_SOCKET: 'the connection broke off; try again',
};

/** Code of the error, or else the message of what caused it. */
function reasonOf(error: unknown): string {
  if (!isError(error)) return 'no reason given';
  if (typeof error.code === 'string') return error.code;
  return isError(error.cause) ? reasonOf(error.cause) : error.message;
}

function isTls(reason: string): boolean {
  return /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO/.test(reason);
}

/** Why there was no answer, and what to do about it. */
export function explainFailure(
  error: unknown,
  { url, timeoutMs }: Settings,
): RequestError {
  if (error instanceof RequestError) return error;
  if (isError(error) && error.name === 'TimeoutError')
    return new RequestError(
      `${url} did not answer within ${timeoutMs / 1000} s; try again, or with a longer --timeout`,
    );
  const reason = reasonOf(error);
  const remedy = isTls(reason)
    ? 'its certificate is not trusted; name the authority in NODE_EXTRA_CA_CERTS'
    : (remedies[reason] ?? 'check URL and network');
  return new RequestError(`Can't reach ${url} (${reason}): ${remedy}`);
}
