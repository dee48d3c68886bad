import { AuthenticationError } from '@backstage/errors';
import { verifyHubEvent } from './verifyHubEvent';

const secret = 'only-for-tests';
const event = (headers: Record<string, string | string[]>, body = '{}') => ({
  headers,
  body: Buffer.from(body),
  now: new Date(),
});
const shown = { 'x-webhook-secret': secret };

describe('verifyHubEvent', () => {
  it('takes who shows the secret, and tells deliveries apart by their body', () => {
    const { deliveryId } = verifyHubEvent(event(shown), secret);
    expect(deliveryId).toMatch(/^[0-9a-f]{64}$/);
    expect(verifyHubEvent(event(shown), secret)).toEqual({ deliveryId });
    expect(verifyHubEvent(event(shown, '{ }'), secret)).not.toEqual({
      deliveryId,
    });
  });

  it.each([
    ['nothing', {}],
    ['an empty one', { 'x-webhook-secret': '' }],
    ['another one', { 'x-webhook-secret': 'only-for-test' }],
    ['several', { 'x-webhook-secret': [secret, secret] }],
  ])('refuses who shows %s', (_what, headers) => {
    expect(() => verifyHubEvent(event(headers), secret)).toThrow(
      AuthenticationError,
    );
  });
});
