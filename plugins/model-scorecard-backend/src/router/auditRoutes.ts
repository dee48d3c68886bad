import { ListAuditQuery } from '@modelyard/plugin-model-scorecard-common';
import { Router } from 'express';
import { RouterOptions } from './createRouter';
import { validatedQuery } from './validatedQuery';

/** The audit chains. */
export function auditRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth } = options;

  router.get('/audit', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = validatedQuery<ListAuditQuery>(req);
    res.json(await service.listAudit(query, { credentials }));
  });

  router.get('/audit/verify', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { model } = req.query;
    const query = { model: typeof model === 'string' ? model : undefined };
    res.json(await service.verifyAudit(query, { credentials }));
  });
}
