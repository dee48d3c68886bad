import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import Router from 'express-promise-router';

/** A version that the fake model catalog serves. */
export interface FakeVersion {
  model: string;
  version: string;
  digest: string;
  createdBy?: string;
  license?: string;
  card?: string;
}

function toRow({ version, digest, createdBy }: FakeVersion) {
  return {
    version,
    createdAt: `2026-10-${version.padStart(2, '0')}T00:00:00Z`,
    createdBy,
    status: 'ready',
    aliases: [],
    digest,
    digestKind: 'content',
    metrics: [],
  };
}

/** Stands in for the model catalog's REST API. */
export function fakeModelCatalog(versions: FakeVersion[]) {
  const ofModel = (name: string) => versions.filter(v => v.model === name);
  return createBackendPlugin({
    pluginId: 'model-catalog',
    register(env) {
      env.registerInit({
        deps: { httpRouter: coreServices.httpRouter },
        async init({ httpRouter }) {
          const router = Router();
          router.get('/models', async (_req, res) => {
            const names = [...new Set(versions.map(v => v.model))];
            const items = names.map(name => ({
              ref: `model:default/${name}`,
              title: name,
              owner: 'group:default/risk-ml',
              license: ofModel(name)[0].license,
              aliases: {},
              versionCount: ofModel(name).length,
              source: { id: 'examples', state: 'fresh' },
            }));
            res.json({ items, totalItems: items.length });
          });
          router.get('/models/default/:name/versions', async (req, res) => {
            const items = ofModel(req.params.name).map(toRow);
            res.json({ items, totalItems: items.length });
          });
          router.get(
            '/models/default/:name/versions/:version',
            async (req, res) => {
              const found = ofModel(req.params.name).find(
                v => v.version === req.params.version,
              );
              if (!found) throw new NotFoundError('no such version');
              res.json({
                ...toRow(found),
                artifacts: [],
                params: {},
                datasets: [],
                links: [],
                card:
                  found.card === undefined ? undefined : { text: found.card },
                source: { id: 'examples', nativeId: found.version },
              });
            },
          );
          httpRouter.use(router);
        },
      });
    },
  });
}
