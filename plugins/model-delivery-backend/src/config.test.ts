import { resolve } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { readDeliveryConfig } from './config';

const read = (modelDelivery: object) =>
  readDeliveryConfig(
    mockServices.rootConfig({
      data: { app: { baseUrl: 'http://portal.example.com/' }, modelDelivery },
    }),
  );

describe('readDeliveryConfig', () => {
  it('has a default for everything', () => {
    expect(read({})).toEqual({
      git: {
        directory: resolve('.modelyard/git'),
        timeoutMs: 120_000,
        maxPushBytes: 25 * 1024 * 1024,
      },
      environments: ['dev', 'staging', 'prod'],
      controller: 'argocd',
      appUrl: 'http://portal.example.com',
    });
  });

  it.each([
    [{ git: { type: 'github' } }, /modelDelivery\.git\.type/],
    [{ git: { timeoutSeconds: 0 } }, /modelDelivery\.git\.timeoutSeconds/],
    [{ git: { maxPushMegabytes: -1 } }, /modelDelivery\.git\.maxPushMegabytes/],
    [{ environments: [] }, /modelDelivery\.environments/],
    [{ environments: ['dev', 'dev'] }, /modelDelivery\.environments/],
    [{ environments: ['Prod!'] }, /modelDelivery\.environments/],
    [{ controller: 'jenkins' }, /modelDelivery\.controller/],
  ])('names the key of %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
