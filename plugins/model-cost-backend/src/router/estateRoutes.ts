import { Router } from 'express';
import { showbackCsv } from '../csv/showbackCsv';
import { RouterOptions } from './createRouter';
import { spanQuery, summaryQuery, unlabelledQuery } from './queries';
import { sendCsv } from './sendCsv';

/** Routes about all models at once. */
export function addEstateRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, service } = options;

  router.get('/summary', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = summaryQuery.parse(req.query);
    res.json(await service.getSummary(query, { credentials }));
  });

  router.get('/showback', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = spanQuery.parse(req.query);
    const showback = await service.getShowback(query, { credentials });
    const { from, to } = showback.span;
    sendCsv(res, `showback-${from}-${to}`, showbackCsv(showback));
  });

  router.get('/unlabelled', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = unlabelledQuery.parse(req.query);
    res.json(await service.listUnlabelled(query, { credentials }));
  });
}
