import { audited, rawBodyOf } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { RouterOptions } from './createRouter';

/** Path of webhooks. Whoever calls it has no credentials of the portal. */
export const eventsPath = '/sources/:id/events';

/** Adds where registries send their webhooks. */
export function addEventRoutes(router: Router, options: RouterOptions) {
  const { auditor, sourceEvents } = options;

  // Instead of credentials there is a signature, which the connector verifies.
  router.post(eventsPath, async (req, res) => {
    const sourceId = req.params.id;
    const accepted = await audited(
      {
        auditor,
        request: req,
        eventId: 'source-event',
        severityLevel: 'low',
        meta: { sourceId },
      },
      async () => {
        const { deliveryId, sentAt, ...event } = await sourceEvents.receive(
          sourceId,
          { headers: req.headers, body: rawBodyOf(req) },
        );
        const meta = { deliveryId, sentAt: sentAt?.toISOString(), ...event };
        return { answer: event.accepted, meta };
      },
    );
    res.status(202).json({ accepted });
  });
}
