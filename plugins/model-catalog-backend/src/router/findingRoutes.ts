import { ListFindingsQuery } from '@modelyard/plugin-model-catalog-common';
import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Adds the lists of what wants a person's look. */
export function addFindingRoutes(router: Router, options: RouterOptions) {
  const { service, httpAuth } = options;
  const lists = {
    '/removals': service.listRemovals.bind(service),
    '/conflicts': service.listConflicts.bind(service),
    '/collisions': service.listCollisions.bind(service),
  };
  for (const [path, list] of Object.entries(lists))
    router.get(path, async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      // The router has checked the query by the OpenAPI document.
      res.json(await list(req.query as ListFindingsQuery, credentials));
    });
}
