import { JsonObject } from '@backstage/types';
import { AddressInfo } from 'node:net';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  BackendFeature,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { modelDeliveryServiceDeliverPermission } from '@modelyard/plugin-model-delivery-common';
import {
  createModelDeliveryConditionalDecision,
  modelDeliveryConditions,
} from '../permissions/rules';
import { modelDeliveryPlugin } from '../plugin';
import {
  fakeModelCatalog,
  fakeModelScorecard,
  FakeGates,
} from './fakeNeighbours';

export { serviceInput } from './serviceInput';

const entity = (kind: string, name: string) => ({
  apiVersion:
    kind === 'Model' ? 'modelyard.io/v1alpha1' : 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
});

/** What a persona may deliver; the junior in dev only. */
function condition(
  user: string | undefined,
): Parameters<typeof createModelDeliveryConditionalDecision>[1] {
  const mine = modelDeliveryConditions.isOwner({
    claims: ['group:default/risk-ml'],
  });
  const { inEnvironment } = modelDeliveryConditions;
  if (user === 'user:default/data-scientist') return mine;
  if (user === 'user:default/junior')
    return { allOf: [mine, inEnvironment({ environments: ['dev'] })] };
  return modelDeliveryConditions.isOwner({ claims: ['group:default/growth'] });
}

/** Owners deliver; the platform engineer administers; everyone reads. */
function policy() {
  return mockServices.permissions.mock({
    authorize: async (requests, options) => {
      const user = userOf(options?.credentials);
      return requests.map(({ permission }) => ({
        result:
          permission.name === 'model-delivery.service.administer' &&
          user !== 'user:default/platform-engineer'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }));
    },
    authorizeConditional: async (requests, options) =>
      requests.map(({ permission }) => {
        if (permission.name !== modelDeliveryServiceDeliverPermission.name)
          return { result: AuthorizeResult.ALLOW };
        return createModelDeliveryConditionalDecision(
          modelDeliveryServiceDeliverPermission,
          condition(userOf(options?.credentials)),
        );
      }),
  });
}

function userOf(credentials: unknown): string | undefined {
  return (credentials as { principal?: { userEntityRef?: string } })?.principal
    ?.userEntityRef;
}

/** One bus for all plugins, as in a portal. */
function sharedEvents() {
  const events = mockServices.events();
  return createServiceFactory({
    service: eventsServiceRef,
    deps: {},
    factory: () => events,
  });
}

/** Bearer token of a persona. */
export const tokenOf = (persona: string) =>
  mockCredentials.user.token(`user:default/${persona}`);

/**
 * Starts delivery with a model catalog, a scorecard and a catalog beside it, on
 * a port of its own.
 */
export async function startDelivery(
  options: {
    git?: JsonObject;
    integrations?: JsonObject;
    features?: BackendFeature[];
  } = {},
) {
  const gates = new FakeGates();
  const directory = createMockDirectory();
  const backend = await startTestBackend({
    features: [
      modelDeliveryPlugin,
      fakeModelCatalog,
      fakeModelScorecard(gates),
      policy().factory,
      sharedEvents(),
      ...(options.features ?? []),
      catalogServiceMock.factory({
        entities: [
          entity('Group', 'risk-ml'),
          entity('Group', 'growth'),
          entity('Model', 'credit-risk'),
          entity('Component', 'in-the-catalog'),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://portal.example.com' },
          integrations: options.integrations ?? {},
          backend: { actions: { pluginSources: ['model-delivery'] } },
          modelDelivery: {
            git: {
              directory: directory.path,
              maxPushMegabytes: 5,
              ...options.git,
            },
          },
        },
      }),
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const origin = `http://localhost:${port}`;
  return { origin, gates, directory };
}

/** Sends JSON as a persona. */
export async function send(
  origin: string,
  method: 'GET' | 'POST',
  path: string,
  options: { as?: string; body?: unknown } = {},
) {
  const response = await fetch(`${origin}/api/model-delivery${path}`, {
    method,
    headers: {
      authorization: `Bearer ${tokenOf(options.as ?? 'data-scientist')}`,
      ...(options.body !== undefined && { 'content-type': 'application/json' }),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
  });
  return { status: response.status, body: await response.json() };
}
