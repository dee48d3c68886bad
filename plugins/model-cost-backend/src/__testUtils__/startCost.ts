import {
  createBackendModule,
  BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
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
      requests.map(({ permission }): PolicyDecision => decide(permission.name)),
  });
  const { server } = await startTestBackend({
    features: [
      modelCostPlugin,
      ...(options.type ? [sourceTypeModule(options.type)] : []),
      mockServices.rootConfig.factory({
        data: { modelCost: options.modelCost },
      }),
      catalogServiceMock.factory({ entities: options.models }),
      permissions.factory,
    ],
  });
  return server;
}
