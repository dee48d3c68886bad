import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readScorecardConfig } from './readScorecardConfig';

const packs = [{ target: './packs/default.yaml' }];

function read(config: JsonObject, production = false) {
  return readScorecardConfig(
    new ConfigReader({ modelScorecard: { packs, ...config } }),
    production,
  );
}

describe('readScorecardConfig', () => {
  it('has defaults for everything but the pack', () => {
    expect(read({})).toMatchObject({
      packTarget: resolve('packs/default.yaml'),
      environments: ['dev', 'staging', 'prod'],
      evidence: { directory: resolve('.modelyard/evidence'), folders: [] },
      exampleReviews: false,
      signing: {
        keyFile: resolve('.modelyard/keys/verdict.pem'),
        mayCreate: true,
      },
    });
  });

  it.each([
    ['packs', { packs: [] }, false],
    ['packs', { packs: [...packs, ...packs] }, false],
    [
      'examples.reviews',
      { examples: { reviews: true }, signing: { keyFile: 'k' } },
      true,
    ],
    ['signing.keyFile', {}, true],
    ['environments', { environments: ['Prod!'] }, false],
    [
      'evidence.folders[0].redate',
      { evidence: { folders: [{ target: 'x', redate: 'now' }] } },
      false,
    ],
    [
      'evidence.producers[0]',
      { evidence: { producers: [{ name: 'ci' }] } },
      false,
    ],
    [
      'evidence.producers[0].publicKey',
      { evidence: { producers: [{ name: 'ci', publicKey: 'rubbish' }] } },
      false,
    ],
    [
      'evidence.producers[0].trustedRootFile',
      {
        evidence: {
          producers: [
            {
              issuer: 'https://token.actions.githubusercontent.com',
              identity: 'https://github.com/acme/**',
              trustedRootFile: __filename,
            },
          ],
        },
      },
      false,
    ],
    [
      'evidence.producers[0].issuer',
      {
        evidence: {
          producers: [
            { issuer: 'acme', identity: 'a', trustedRootFile: __filename },
          ],
        },
      },
      false,
    ],
    [
      'evidence.producers[0]: give either subject',
      {
        evidence: {
          producers: [
            {
              issuer: 'https://token.actions.githubusercontent.com',
              identity: 'https://github.com/acme/**',
              subject: 'repo:acme/**',
              trustedRootFile: 'root.json',
            },
          ],
        },
      },
      false,
    ],
    [
      'review.roles[0].groups',
      { review: { roles: [{ name: 'reviewer', groups: [] }] } },
      false,
    ],
  ])('refuses a wrong %s by its key', (key, config: JsonObject, production) => {
    expect(() => read(config, production)).toThrow(`modelScorecard.${key}`);
  });

  it('never makes a key in production', () => {
    const { signing } = read(
      { signing: { keyFile: '/keys/verdict.pem' } },
      true,
    );
    expect(signing).toMatchObject({
      keyFile: '/keys/verdict.pem',
      mayCreate: false,
    });
  });
});
