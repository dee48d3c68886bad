import {
  createBackendPlugin,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { Router } from 'express';
import request from 'supertest';
import catalogModuleModel from './index';

/** Answers as the model catalog's backend does. */
const modelCatalog = createBackendPlugin({
  pluginId: 'model-catalog',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        const router = Router();
        router.get('/sources', (_req, res) => {
          res.json({
            items: [{ id: 'examples', lastSuccessAt: '2026-11-20' }],
          });
        });
        router.get('/models', (_req, res) => {
          res.json({
            totalItems: 1,
            items: [
              {
                ref: 'model:default/credit-risk',
                title: 'Credit risk',
                type: 'classifier',
                lifecycle: 'production',
                owner: 'group:default/risk-ml',
                aliases: {},
                versionCount: 8,
                source: { id: 'examples', state: 'fresh' },
              },
            ],
          });
        });
        http.use(router);
      },
    });
  },
});

describe('catalogModuleModel', () => {
  it('brings the models of the model catalog into the catalog', async () => {
    const schedule = {
      frequency: { seconds: 1 },
      timeout: { minutes: 1 },
    };
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleModel,
        modelCatalog,
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:0' },
            catalog: {
              processingInterval: { seconds: 1 },
              providers: { modelCatalog: { schedule } },
            },
          },
        }),
      ],
    });
    const find = async (): Promise<Entity> => {
      const answer = await request(server).get(
        '/api/catalog/entities/by-name/model/default/credit-risk',
      );
      return answer.status === 200 && answer.body.relations?.length
        ? answer.body
        : find();
    };
    const entity = await find();
    expect(entity.metadata.annotations).toMatchObject({
      'modelyard.io/source': 'examples',
    });
    expect(entity.relations).toEqual([
      { type: 'ownedBy', targetRef: 'group:default/risk-ml' },
    ]);
  }, 60_000);
});
