import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Registers `/plans`. */
export function registerPlans(router: Router, options: RouterOptions): void {
  const { httpAuth, delivery } = options;
  router.post('/plans', async (req, res) => {
    // The document allows these two words.
    const mode = req.query.mode === 'write' ? 'write' : 'preview';
    const credentials = await httpAuth.credentials(req);
    res.json(await delivery.createPlan(req.body, mode, credentials));
  });
}
