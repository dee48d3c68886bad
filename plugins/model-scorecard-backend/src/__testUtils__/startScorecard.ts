import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  BackendFeature,
  BackstageCredentials,
  BackstageUserInfo,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import plugin from '..';
import { fakeModelCatalog, FakeVersion } from './fakeModelCatalog';

export const examplesDirectory = resolve(__dirname, '../../../../examples');

/** Members of a group review in its role. */
const people = new Map([
  ['user:default/reviewer', ['group:default/model-risk']],
  ['user:default/ethics-reviewer', ['group:default/ethics']],
  ['user:default/data-scientist', ['group:default/risk-ml']],
]);

function userOf({ principal }: BackstageCredentials): BackstageUserInfo {
  const userEntityRef =
    typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
      ? String(principal.userEntityRef)
      : '';
  const groups = people.get(userEntityRef) ?? [];
  return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
}

/** Options of {@link startScorecard}. */
export interface StartScorecardOptions {
  versions: FakeVersion[];
  config?: JsonObject;
  /** More of `modelScorecard.evidence`. */
  evidence?: JsonObject;
  features?: BackendFeature[];
  /** More of the configuration's root. */
  rootConfig?: JsonObject;
  directory?: string;
}

/** Starts the plugin with a fake model catalog; state is in a new directory. */
export async function startScorecard(options: StartScorecardOptions) {
  const directory =
    options.directory ?? mkdtempSync(join(tmpdir(), 'scorecard-'));
  const modelScorecard = {
    packs: [{ target: join(examplesDirectory, 'packs/default.yaml') }],
    signing: { keyFile: join(directory, 'keys/verdict.pem') },
    review: {
      roles: [
        { name: 'reviewer', groups: ['group:default/model-risk'] },
        { name: 'ethics-reviewer', groups: ['group:default/ethics'] },
      ],
    },
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 1 } },
    ...options.config,
    evidence: {
      directory: join(directory, 'evidence'),
      ...options.evidence,
    },
  };
  const backend = await startTestBackend({
    features: [
      plugin,
      fakeModelCatalog(options.versions),
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: { ...options.rootConfig, modelScorecard },
      }),
      mockServices.userInfo.mock({ getUserInfo: async c => userOf(c) }).factory,
      ...(options.features ?? []),
    ],
  });
  const base = '/api/model-scorecard';
  const authorization = (user: string) =>
    user === 'service'
      ? mockCredentials.service.header()
      : mockCredentials.user.header(`user:default/${user}`);
  return {
    directory,
    server: backend.server,
    stop: () => backend.stop(),
    get: (path: string, user = 'service') =>
      request(backend.server)
        .get(`${base}${path}`)
        .set('Authorization', authorization(user)),
    post: (path: string, body: object, user = 'service') =>
      request(backend.server)
        .post(`${base}${path}`)
        .set('Authorization', authorization(user))
        .send(body),
  };
}
