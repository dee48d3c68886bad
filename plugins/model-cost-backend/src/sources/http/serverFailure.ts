import { ServiceUnavailableError } from '@backstage/errors';
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
export function withoutAddress(
  { message }: OutboundError,
  name: string,
): string {
  return message.replace(/^\S+/, name);
}

/** The failure of a server as a whole; undefined when it is that of a day. */
export function toServerFailure(
  error: unknown,
  name: string,
): Error | undefined {
  if (!(error instanceof OutboundError) || !ofServer.has(error.kind))
    return undefined;
  return new ServiceUnavailableError(withoutAddress(error, name));
}
