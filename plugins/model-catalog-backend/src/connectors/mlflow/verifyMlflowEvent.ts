import { AuthenticationError } from '@backstage/errors';
import {
  SourceEvent,
  VerifiedSourceEvent,
} from '@modelyard/plugin-model-catalog-node';
import { createHmac } from 'node:crypto';
import { isSameSecret, readHeader } from '../http/webhooks';

const mostAgeMs = 5 * 60_000;

/**
 * Verifies a webhook of MLflow, which signs as
 * [Standard Webhooks](https://www.standardwebhooks.com) do.
 *
 * @throws AuthenticationError
 */
export function verifyMlflowEvent(
  { headers, body, now }: SourceEvent,
  secret: string,
): VerifiedSourceEvent {
  const deliveryId = readHeader(headers, 'x-mlflow-delivery-id');
  const timestamp = readHeader(headers, 'x-mlflow-timestamp');
  const signature = readHeader(headers, 'x-mlflow-signature');
  if (!deliveryId || !timestamp || !signature)
    throw new AuthenticationError(
      'The event is not signed; give the webhook in MLflow the secret of the source',
    );
  const expected = createHmac('sha256', secret)
    .update(`${deliveryId}.${timestamp}.`)
    .update(body)
    .digest('base64');
  if (!isSameSecret(signature, `v1,${expected}`))
    throw new AuthenticationError(
      'The signature of the event is wrong; give the webhook in MLflow the secret of the source',
    );
  const sentAt = new Date(Number(timestamp) * 1000);
  // An invalid date is near to nothing.
  if (!(Math.abs(now.getTime() - sentAt.getTime()) <= mostAgeMs))
    throw new AuthenticationError(
      'The event was not sent within the last 5 minutes; check the clocks of both machines',
    );
  return { deliveryId, sentAt };
}
