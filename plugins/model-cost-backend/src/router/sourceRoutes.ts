import { audited } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { RouterOptions } from './createRouter';
import { backfillBody } from './queries';

/** Routes about the sources, and about reading them again. */
export function addSourceRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, service, backfills, auditor } = options;

  router.get('/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.listSources({ credentials }));
  });

  router.post('/sources/:id/backfill', async (req, res) => {
    const sourceId = req.params.id;
    const body = backfillBody.parse(req.body);
    const run = await audited(
      {
        auditor,
        request: req,
        eventId: 'source-backfill',
        severityLevel: 'medium',
        meta: { sourceId, ...body },
      },
      async () => {
        const credentials = await httpAuth.credentials(req);
        const answer = await backfills.start(sourceId, body, credentials);
        return { answer, meta: answer };
      },
    );
    res.status(202).json(run);
  });

  router.get('/sources/:id/backfills', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await backfills.list(req.params.id, credentials));
  });

  router.get('/sources/:id/backfills/:runId', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id, runId } = req.params;
    res.json(await backfills.get(id, runId, credentials));
  });

  router.post('/sources/:id/backfills/:runId/stop', async (req, res) => {
    const { id, runId } = req.params;
    const backfill = await audited(
      {
        auditor,
        request: req,
        eventId: 'source-backfill-stop',
        severityLevel: 'medium',
        meta: { sourceId: id, runId },
      },
      async () => {
        const credentials = await httpAuth.credentials(req);
        return { answer: await backfills.stop(id, runId, credentials) };
      },
    );
    res.status(202).json(backfill);
  });
}
