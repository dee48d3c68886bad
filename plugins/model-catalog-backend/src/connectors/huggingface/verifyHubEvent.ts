import { AuthenticationError } from '@backstage/errors';
import {
  SourceEvent,
  VerifiedSourceEvent,
} from '@modelyard/plugin-model-catalog-node';
import { createHash } from 'node:crypto';
import { isSameSecret, readHeader } from '../http/webhooks';

/**
 * Verifies a webhook of the Hub, which shows its secret as it is. The Hub names no
 * delivery, so the same body is the same one.
 *
 * @throws AuthenticationError
 */
export function verifyHubEvent(
  { headers, body }: SourceEvent,
  secret: string,
): VerifiedSourceEvent {
  const shown = readHeader(headers, 'x-webhook-secret');
  if (!shown || !isSameSecret(shown, secret))
    throw new AuthenticationError(
      'The secret of the event is missing or wrong; give the webhook on the Hub the secret of the source',
    );
  return { deliveryId: createHash('sha256').update(body).digest('hex') };
}
