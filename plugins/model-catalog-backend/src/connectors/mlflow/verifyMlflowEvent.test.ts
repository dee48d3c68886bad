import { AuthenticationError } from '@backstage/errors';
import { createHmac } from 'node:crypto';
import { verifyMlflowEvent } from './verifyMlflowEvent';

const now = new Date('2026-11-26T12:00:00Z');
const secret = 'only-for-tests';
const deliveryId = '3f0d8a8e-9d43-4c43-8a4e-7c7d54b0a001';
const body = Buffer.from(
  '{"entity": "model_version", "action": "created", "data": {"name": "ünï"}}',
);

function event(
  options: {
    secret?: string;
    sentAt?: string;
    headers?: Record<string, string | string[] | undefined>;
    body?: Buffer;
  } = {},
) {
  const sentAt = options.sentAt ?? String(now.getTime() / 1000);
  const signature = createHmac('sha256', options.secret ?? secret)
    .update(Buffer.concat([Buffer.from(`${deliveryId}.${sentAt}.`), body]))
    .digest('base64');
  return {
    headers: {
      'x-mlflow-delivery-id': deliveryId,
      'x-mlflow-timestamp': sentAt,
      'x-mlflow-signature': `v1,${signature}`,
      ...options.headers,
    },
    body: options.body ?? body,
    now,
  };
}

const secondsAgo = (seconds: number) => String(now.getTime() / 1000 - seconds);

describe('verifyMlflowEvent', () => {
  it('takes what MLflow signs', () => {
    // Computed by MLflow 3.17.2 itself: mlflow.webhooks.delivery.
    const recorded = {
      headers: {
        'x-mlflow-delivery-id': 'b7a2c7f0-0000-4000-8000-000000000001',
        'x-mlflow-timestamp': '1795694400',
        'x-mlflow-signature': 'v1,s2HZQoyuQABOjiPEvk8FHdyz5sqVeb1Bvze3mUPUIjA=',
      },
      body: Buffer.from('{"entity": "model_version", "data": {"name": "a b"}}'),
      now,
    };
    expect(verifyMlflowEvent(recorded, 'only-for-tests')).toEqual({
      deliveryId: 'b7a2c7f0-0000-4000-8000-000000000001',
      sentAt: new Date('2026-11-26T12:00:00Z'),
    });
    expect(verifyMlflowEvent(event(), secret)).toEqual({
      deliveryId,
      sentAt: now,
    });
  });

  it.each([
    ['five minutes ago', 300],
    ['by a clock that is ahead', -300],
  ])('takes what was sent %s', (_when, seconds) => {
    const sent = event({ sentAt: secondsAgo(seconds) });
    expect(verifyMlflowEvent(sent, secret)).toMatchObject({ deliveryId });
  });

  it.each([
    ['without a signature', { headers: { 'x-mlflow-signature': undefined } }],
    ['without an id', { headers: { 'x-mlflow-delivery-id': undefined } }],
    ['without a time', { headers: { 'x-mlflow-timestamp': '' } }],
    ['with two times', { headers: { 'x-mlflow-timestamp': ['1', '2'] } }],
    ['with another secret', { secret: 'other' }],
    ['with an empty secret', { secret: '' }],
    ['with another body', { body: Buffer.from(`${body} `) }],
    ['with another id', { headers: { 'x-mlflow-delivery-id': 'other' } }],
    [
      'with a later time',
      { headers: { 'x-mlflow-timestamp': secondsAgo(-1) } },
    ],
    [
      'with a part of a signature',
      { headers: { 'x-mlflow-signature': 'v1,' } },
    ],
    ['long ago', { sentAt: secondsAgo(301) }],
    ['in the future', { sentAt: secondsAgo(-301) }],
    ['at no time', { sentAt: 'soon' }],
  ])('refuses what was sent %s', (_how, options) => {
    expect(() => verifyMlflowEvent(event(options), secret)).toThrow(
      AuthenticationError,
    );
  });
});
