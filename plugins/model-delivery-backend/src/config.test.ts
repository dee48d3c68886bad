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
        hookMs: 20_000,
        allowedSecrets: [],
        remotes: [],
      },
      environments: ['dev', 'staging', 'prod'],
      controller: 'argocd',
      appUrl: 'http://portal.example.com',
    });
  });

  it.each([
    ['https://git.example.com', 'https://git.example.com/'],
    ['http://10.0.0.1:3000/', 'http://10.0.0.1:3000/'],
    ['https://git.example.com/models', 'https://git.example.com/models/'],
  ])('reads the remote %s', (baseUrl, whole) => {
    const { git } = read({ git: { remotes: [{ baseUrl }] } });
    expect(git.remotes).toEqual([{ baseUrl: whole }]);
  });

  it('reads prices in millionths, and rules', () => {
    const rules = { registries: ['registry.example.com/team'], licenses: [] };
    const compute = {
      currency: 'USD',
      cpuHour: 0.031611,
      memoryGibHour: 0.004237,
      gpuHour: { 'nvidia.com/gpu': 0.95 },
      presets: [{ name: 'small', cpu: '500m', memory: '1Gi' }],
    };
    expect(read({ compute, rules })).toMatchObject({
      prices: {
        currency: 'USD',
        cpuHour: 31_611,
        memoryGibHour: 4_237,
        gpuHour: { 'nvidia.com/gpu': 950_000 },
      },
      rules,
    });
  });

  it.each([
    [{ git: { type: 'github' } }, /modelDelivery\.git\.type/],
    [{ git: { timeoutSeconds: 0 } }, /modelDelivery\.git\.timeoutSeconds/],
    [{ git: { maxPushMegabytes: -1 } }, /modelDelivery\.git\.maxPushMegabytes/],
    [{ git: { hookSeconds: 0 } }, /modelDelivery\.git\.hookSeconds/],
    [{ git: { allowedSecrets: ['('] } }, /modelDelivery\.git\.allowedSecrets/],
    [{ environments: [] }, /modelDelivery\.environments/],
    [{ environments: ['dev', 'dev'] }, /modelDelivery\.environments/],
    [{ environments: ['Prod!'] }, /modelDelivery\.environments/],
    [{ controller: 'jenkins' }, /modelDelivery\.controller/],
    [{ compute: { currency: 'usd' } }, /modelDelivery\.compute\.currency/],
    [
      { compute: { currency: 'USD', cpuHour: '1', memoryGibHour: 1 } },
      /modelDelivery\.compute\.cpuHour/,
    ],
    [
      {
        compute: {
          currency: 'USD',
          cpuHour: 1,
          memoryGibHour: 1,
          presets: [
            { name: 'a', cpu: '1', memory: '1Gi' },
            { name: 'a', cpu: '2', memory: '1Gi' },
          ],
        },
      },
      /modelDelivery\.compute\.presets: has a name twice/,
    ],
    [
      { rules: { registries: ['https://registry.example.com'] } },
      /modelDelivery\.rules\.registries\.0/,
    ],
    [
      { git: { remotes: [{ baseUrl: 'https://me:it@git.example.com/x' }] } },
      /modelDelivery\.git\.remotes\.0\.baseUrl/,
    ],
    [{ rules: { licences: ['MIT'] } }, /modelDelivery\.rules/],
    [
      { rules: { signers: [{ issuer: 'github', subject: 'x' }] } },
      /modelDelivery\.rules\.signers\.0\.issuer/,
    ],
  ])('names the key of %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
