import { audited } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Adds what is below `/sources`. */
export function addSourceRoutes(router: Router, options: RouterOptions) {
  const { service, httpAuth, auditor } = options;

  router.get('/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.listSources(credentials));
  });

  router.post('/sources/:id/sync', async (req, res) => {
    const sourceId = req.params.id;
    const { acceptRemovals } = req.body ?? {};
    const run = await audited(
      {
        auditor,
        request: req,
        eventId: 'source-sync',
        severityLevel: 'medium',
        meta: { sourceId, acceptRemovals: acceptRemovals ?? false },
      },
      async () => {
        const credentials = await httpAuth.credentials(req);
        const request = { acceptRemovals };
        const answer = await service.syncSource(sourceId, request, credentials);
        return { answer, meta: answer };
      },
    );
    res.status(202).json(run);
  });

  router.get('/sources/:id/runs/:runId', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id, runId } = req.params;
    res.json(await service.getRun(id, runId, credentials));
  });
}
