import { audited } from '@modelyard/plugin-model-catalog-node';
import { Router } from 'express';
import { RouterOptions } from './createRouter';
import { readModelRef, refOf } from './modelRefs';

/** Adds the links of models. */
export function addLinkRoutes(router: Router, options: RouterOptions) {
  const { service, httpAuth, auditor } = options;

  router.get('/models/:namespace/:name/links', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.listLinks(refOf(req.params), credentials));
  });

  router.post('/models/:namespace/:name/links', async (req, res) => {
    const ref = refOf(req.params);
    const other = readModelRef(req.body.ref, '/ref');
    const link = await audited(
      {
        auditor,
        request: req,
        eventId: 'link-state',
        severityLevel: 'medium',
        meta: { refs: [ref, other] },
      },
      async () => {
        const credentials = await httpAuth.credentials(req);
        const { comment } = req.body;
        const request = { ref: other, comment };
        return { answer: await service.stateLink(ref, request, credentials) };
      },
    );
    res.status(201).json(link);
  });

  router.delete(
    '/models/:namespace/:name/links/:otherNamespace/:otherName',
    async (req, res) => {
      const { otherNamespace: namespace, otherName: name } = req.params;
      const refs: [string, string] = [
        refOf(req.params),
        refOf({ namespace, name }),
      ];
      await audited(
        {
          auditor,
          request: req,
          eventId: 'link-withdraw',
          severityLevel: 'medium',
          meta: { refs },
        },
        async () => {
          const credentials = await httpAuth.credentials(req);
          return { answer: await service.withdrawLink(refs, credentials) };
        },
      );
      res.status(204).end();
    },
  );
}
