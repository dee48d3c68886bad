import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Registers `/plans`. */
export function registerPlans(router: Router, options: RouterOptions): void {
  const { httpAuth, delivery } = options;
  router.post('/plans', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await delivery.createPlan(req.body, credentials));
  });
}
