import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Registers `/plans`. */
export function registerPlans(router: Router, options: RouterOptions): void {
  const { httpAuth, delivery } = options;
  router.post('/plans', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const plan = await delivery.createPlan(req.body, credentials);
    const { digest, files, findings, environments, estimate } = plan;
    res.json({
      digest,
      files,
      findings,
      environments,
      ...(estimate && { estimate }),
    });
  });
}
