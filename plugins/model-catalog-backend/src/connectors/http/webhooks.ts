import {
  ModelConnector,
  ModelConnectorContext,
  SourceEvent,
  VerifiedSourceEvent,
} from '@modelyard/plugin-model-catalog-node';
import { createHash, timingSafeEqual } from 'node:crypto';

/** A header that came once. */
export function readHeader(
  headers: SourceEvent['headers'],
  name: string,
): string | undefined {
  const value = headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Whether two secrets are the same; how long that takes tells nothing of them. */
export function isSameSecret(one: string, other: string): boolean {
  // Digests have one length, whatever the secrets have.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/**
 * What verifies the events of a source; undefined when it has no `webhookSecret`.
 *
 * @param verify - throws AuthenticationError for what the secret does not prove
 */
export function readVerifyEvent(
  { config }: Pick<ModelConnectorContext, 'config'>,
  verify: (event: SourceEvent, secret: string) => VerifiedSourceEvent,
): ModelConnector['verifyEvent'] {
  const secret = config.getOptionalString('webhookSecret');
  return secret === undefined ? undefined : event => verify(event, secret);
}
