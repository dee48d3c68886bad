import { isError, ServiceUnavailableError } from '@backstage/errors';
import { OutboundError } from '@modelyard/outbound-http';

/** Kinds of failure that are the server's as a whole, whatever the day. */
const ofServer = new Set<OutboundError['kind']>([
  'refused-address',
  'unreachable',
  'tls',
  'unauthorized',
  'forbidden',
  'not-found',
  'not-json',
]);

/** Messages of OutboundError begin with an address, which is not for everybody. */
function withoutAddress({ message }: OutboundError): string {
  return message.replace(/^\S+/, 'Prometheus');
}

/** The failure of the server as a whole; undefined when it is that of a day. */
export function toServerFailure(error: unknown): Error | undefined {
  if (!(error instanceof OutboundError) || !ofServer.has(error.kind))
    return undefined;
  return new ServiceUnavailableError(withoutAddress(error));
}

/** Why a day could not be read, with what to do; nothing that Prometheus said. */
export function explainDayFailure(error: unknown): string {
  if (!(error instanceof OutboundError))
    return isError(error) ? error.message : String(error);
  const { kind, status } = error;
  if (status === 400 || status === 422)
    return 'Prometheus refuses a query; try the queries of the source in Prometheus itself, and mind its query.max-samples';
  if (kind === 'timeout' || status === 503)
    return 'Prometheus takes too long for a day; raise limits.requestTimeout of the source or its own query.timeout';
  return withoutAddress(error);
}
