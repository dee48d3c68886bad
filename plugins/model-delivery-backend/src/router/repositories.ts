import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Registers the routes that show what a repository holds. */
export function registerRepositories(
  router: Router,
  options: RouterOptions,
): void {
  const { httpAuth, delivery } = options;

  router.get('/services/:name/files', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await delivery.listFiles(req.params.name, credentials));
  });

  router.get('/services/:name/files/content', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const path = String(req.query.path);
    res.json(await delivery.getFile(req.params.name, path, credentials));
  });

  router.get('/services/:name/commits', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const limit = Number(req.query.limit);
    res.json(await delivery.listCommits(req.params.name, limit, credentials));
  });
}
