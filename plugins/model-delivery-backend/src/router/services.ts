import { stringifyError } from '@backstage/errors';
import { Router } from 'express';
import { optionalText, optionalTexts } from './query';
import { RouterOptions } from './createRouter';

function requestedName(body: { name?: unknown }): string {
  return String(body.name).slice(0, 100);
}

/** Registers the routes that read `/services`. */
export function registerServices(router: Router, options: RouterOptions): void {
  const { httpAuth, delivery } = options;

  router.get('/services', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { cursor, limit, model, name, owner, q } = req.query;
    const query = {
      cursor: optionalText(cursor),
      limit: Number(limit),
      model: optionalText(model)?.toLocaleLowerCase('en-US'),
      owner: optionalText(owner)?.toLocaleLowerCase('en-US'),
      q: optionalText(q),
      names: optionalTexts(name),
    };
    res.json(await delivery.listServices(query, credentials));
  });

  router.get('/services/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await delivery.getService(req.params.name, credentials));
  });
}

/** Registers the routes that write services and their index. */
export function registerDelivery(router: Router, options: RouterOptions): void {
  const { httpAuth, auditor, delivery } = options;

  router.post('/services', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const event = await auditor.createEvent({
      eventId: 'service-deliver',
      request: req,
      severityLevel: 'medium',
      meta: { service: requestedName(req.body) },
    });
    try {
      const delivered = await delivery.deliver(req.body, credentials);
      const { commit, changed, environments } = delivered;
      await event.success({ meta: { commit, changed, environments } });
      res.status(delivered.created ? 201 : 200).json(delivered);
    } catch (error) {
      await event.fail({ error: new Error(stringifyError(error)) });
      throw error;
    }
  });

  router.post('/reindex', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const event = await auditor.createEvent({
      eventId: 'index-rebuild',
      request: req,
      severityLevel: 'medium',
    });
    try {
      const result = await delivery.reindex(credentials);
      await event.success({ meta: { services: result.services } });
      res.json(result);
    } catch (error) {
      await event.fail({ error: new Error(stringifyError(error)) });
      throw error;
    }
  });
}
