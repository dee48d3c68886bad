import { Router } from 'express';
import { showbackCsv } from '../csv/showbackCsv';
import { RouterOptions } from './createRouter';
import { showbackQuery, summaryQuery, unlabelledQuery } from './queries';
import { sendCsv, sendFocus } from './sendCsv';

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
    const { format, ...query } = showbackQuery.parse(req.query);
    if (format === 'focus')
      return sendFocus(
        res,
        await service.getDailyShowback(query, { credentials }),
      );
    const showback = await service.getShowback(query, { credentials });
    const { from, to } = showback.span;
    return sendCsv(res, `showback-${from}-${to}`, showbackCsv(showback));
  });

  router.get('/unlabelled', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = unlabelledQuery.parse(req.query);
    res.json(await service.listUnlabelled(query, { credentials }));
  });
}
