import {
  BackstageCredentials,
  createBackendModule,
  createServiceFactory,
  BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  costSourcesExtensionPoint,
  CostSourceType,
} from '@modelyard/plugin-model-cost-node';
import { JsonObject } from '@backstage/types';
import modelCostPlugin from '../index';

export function modelEntity(name: string, namespace = 'default'): Entity {
  return {
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'Model',
    metadata: { name, namespace },
  };
}

function sourceTypeModule(type: CostSourceType): BackendFeature {
  return createBackendModule({
    pluginId: 'model-cost',
    moduleId: 'fake-source',
    register(env) {
      env.registerInit({
        deps: { sources: costSourcesExtensionPoint },
        async init({ sources }) {
          sources.addSourceType(type);
        },
      });
    },
  });
}

export interface StartCostOptions {
  modelCost: JsonObject;
  models: Entity[];
  type?: CostSourceType;
  /** Names of permissions that are denied. */
  denied?: string[];
  features?: BackendFeature[];
  rootConfig?: JsonObject;
  /** Refs of the only Models that may be read; all where absent. */
  readable?: string[];
}

const onlySome: PolicyDecision = {
  result: AuthorizeResult.CONDITIONAL,
  pluginId: 'catalog',
  resourceType: 'catalog-entity',
  conditions: { rule: 'IS_SOME', resourceType: 'catalog-entity', params: {} },
};

function isUser(credentials: BackstageCredentials): boolean {
  const { type }: { type?: unknown } = Object(credentials.principal);
  return type === 'user';
}

/** The plugin in a backend with a catalog of these models. */
export async function startCost(options: StartCostOptions) {
  const decide = (
    name: string,
  ): { result: AuthorizeResult.ALLOW | AuthorizeResult.DENY } => ({
    result: options.denied?.includes(name)
      ? AuthorizeResult.DENY
      : AuthorizeResult.ALLOW,
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => decide(permission.name)),
    authorizeConditional: async requests =>
      requests.map(({ permission }): PolicyDecision => {
        if (options.readable && permission.name === 'catalog.entity.read')
          return onlySome;
        return decide(permission.name);
      }),
  });
  // The catalog is who knows what a condition lets through.
  const seen = options.models.filter(
    model => options.readable?.includes(stringifyEntityRef(model)) ?? true,
  );
  const catalog = catalogServiceMock({ entities: options.models });
  const shownCatalog = catalogServiceMock({ entities: seen });
  const { server } = await startTestBackend({
    features: [
      modelCostPlugin,
      ...(options.type ? [sourceTypeModule(options.type)] : []),
      ...(options.features ?? []),
      mockServices.rootConfig.factory({
        data: { ...options.rootConfig, modelCost: options.modelCost },
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => ({
          ...catalog,
          queryEntities: (query, { credentials }) =>
            isUser(credentials)
              ? shownCatalog.queryEntities(query, { credentials })
              : catalog.queryEntities(query, { credentials }),
        }),
      }),
      permissions.factory,
    ],
  });
  return server;
}
