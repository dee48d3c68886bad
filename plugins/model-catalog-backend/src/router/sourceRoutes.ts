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
    const event = await auditor.createEvent({
      eventId: 'source-sync',
      severityLevel: 'medium',
      request: req,
      meta: { sourceId, acceptRemovals: req.body?.acceptRemovals ?? false },
    });
    try {
      const credentials = await httpAuth.credentials(req);
      const { acceptRemovals } = req.body ?? {};
      const request = { acceptRemovals };
      const run = await service.syncSource(sourceId, request, credentials);
      await event.success({ meta: run });
      res.status(202).json(run);
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  });

  router.get('/sources/:id/runs/:runId', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id, runId } = req.params;
    res.json(await service.getRun(id, runId, credentials));
  });
}
