import { isError } from '@backstage/errors';
import { OutboundError } from '@modelyard/outbound-http';
import { withoutAddress } from '../http/serverFailure';

/** Why a day could not be read, with what to do; nothing that Prometheus said. */
export function explainDayFailure(error: unknown): string {
  if (!(error instanceof OutboundError))
    return isError(error) ? error.message : String(error);
  const { kind, status } = error;
  if (status === 400 || status === 422)
    return 'Prometheus refuses a query; try the queries of the source in Prometheus itself, and mind its query.max-samples';
  if (kind === 'timeout' || status === 503)
    return 'Prometheus takes too long for a day; raise limits.requestTimeout of the source or its own query.timeout';
  return withoutAddress(error, 'Prometheus');
}
