import {
  BackendFeature,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PermissionCondition,
  PermissionCriteria,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  modelCatalogVersionReadPermission,
  RESOURCE_TYPE_MODEL,
} from '@modelyard/plugin-model-catalog-common';
import request, { Agent } from 'supertest';
import modelCatalogPlugin from '../index';

/** Options of {@link startPortal}. */
export interface StartOptions {
  /** Folder of the source `examples`. */
  target: string;
  /** Decides about a permission; everything is allowed unless told otherwise. */
  decide?: (
    permission: string,
    resourceRef?: string,
    user?: string,
  ) => AuthorizeResult | Promise<AuthorizeResult>;
  /** Condition on reading versions; none unless given. Asked for at each request. */
  condition?: PermissionCriteria<PermissionCondition>;
  /** Plugins and services beside it. */
  features?: BackendFeature[];
  /** Sources beside that one. */
  sources?: JsonObject[];
  /** Configuration beside that of the sources. */
  config?: JsonObject;
}

const auth = mockServices.auth();

/** Whose permissions are asked for. */
function userOf(credentials: BackstageCredentials): string | undefined {
  return auth.isPrincipal(credentials, 'user')
    ? credentials.principal.userEntityRef
    : undefined;
}

/** The plugin in a backend, with one source that is synced by hand. */
export async function startPortal(options: StartOptions) {
  const decide = options.decide ?? (() => AuthorizeResult.ALLOW);
  const answer = async (...question: Parameters<typeof decide>) =>
    (await decide(...question)) === AuthorizeResult.ALLOW
      ? AuthorizeResult.ALLOW
      : AuthorizeResult.DENY;
  const events = mockServices.events.mock();
  events.publish.mockResolvedValue(undefined);
  const { server } = await startTestBackend({
    features: [
      modelCatalogPlugin,
      catalogServiceMock.factory(),
      events.factory,
      ...(options.features ?? []),
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          Promise.all(
            requests.map(async r => ({
              result: await answer(
                r.permission.name,
                'resourceRef' in r ? r.resourceRef : undefined,
                userOf(credentials),
              ),
            })),
          ),
        authorizeConditional: async (requests, { credentials }) =>
          Promise.all(
            requests.map(async (r): Promise<PolicyDecision> =>
              options.condition &&
              r.permission.name === modelCatalogVersionReadPermission.name
                ? {
                    result: AuthorizeResult.CONDITIONAL,
                    pluginId: 'model-catalog',
                    resourceType: RESOURCE_TYPE_MODEL,
                    conditions: options.condition,
                  }
                : {
                    result: await answer(
                      r.permission.name,
                      undefined,
                      userOf(credentials),
                    ),
                  },
            ),
          ),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          ...options.config,
          modelCatalog: {
            sources: [
              {
                id: 'examples',
                type: 'git',
                target: options.target,
                schedule: {
                  frequency: { trigger: 'manual' },
                  timeout: { minutes: 1 },
                },
              },
              ...(options.sources ?? []),
            ],
          },
        },
      }),
    ],
  });
  return {
    api: request
      .agent(server)
      .set('Authorization', mockCredentials.user.header()),
    baseUrl: `http://127.0.0.1:${server.port()}/api/model-catalog`,
    events,
  };
}

async function waitForRun(api: Agent, source: string, runId: string) {
  for (;;) {
    const { body } = await api.get(
      `/api/model-catalog/sources/${source}/runs/${runId}`,
    );
    if (body.state !== 'running') return body;
  }
}

/** Syncs a source and gives the run. */
export async function sync(api: Agent, source = 'examples') {
  const { status, body } = await api.post(
    `/api/model-catalog/sources/${source}/sync`,
  );
  expect([status, body]).toEqual([202, { runId: expect.any(String) }]);
  return waitForRun(api, source, body.runId);
}

/** Body of a GET. */
export const get = async (api: Agent, path: string) =>
  (await api.get(`/api/model-catalog${path}`)).body;
