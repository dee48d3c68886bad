import { ListReviewsQuery } from '@modelyard/plugin-model-scorecard-common';
import { Router } from 'express';
import { audited, RouterOptions } from './createRouter';
import { validatedQuery } from './validatedQuery';

/** Reviews, the roles in which people review, and registered tiers. */
export function reviewRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth, auditor } = options;

  router.get('/reviews', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = validatedQuery<ListReviewsQuery>(req);
    res.json(await service.listReviews(query, { credentials }));
  });

  router.post('/reviews', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { subject, environment, role, decision } = req.body;
    const review = await audited(
      auditor,
      {
        eventId: 'review-create',
        severityLevel: 'high',
        request: req,
        meta: { subject, environment, role, decision },
      },
      () => service.addReview(req.body, { credentials }),
    );
    res.status(201).json(review);
  });

  router.get('/roles', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const items = await service.listRoles({ credentials });
    res.json({ items, totalItems: items.length });
  });

  router.post('/registrations', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { ref, tier } = req.body;
    const registration = await audited(
      auditor,
      {
        eventId: 'tier-register',
        severityLevel: 'high',
        request: req,
        meta: { ref, tier },
      },
      () => service.addRegistration(req.body, { credentials }),
    );
    res.status(201).json(registration);
  });
}
