import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import {
  ListScorecardsQuery,
  ListVersionScorecardsQuery,
} from '@modelyard/plugin-model-scorecard-common';
import { Request, Router } from 'express';
import { ScorecardQuestion } from '../service/ScorecardService';
import { RouterOptions } from './createRouter';
import { validatedQuery } from './validatedQuery';

const versionPath = '/models/:namespace/:name/versions/:version';

function versionOf({ params: { namespace, name, version } }: Request) {
  return { ref: `model:${namespace}/${name}`, version };
}

function questionOf(req: Request): ScorecardQuestion {
  const { environment } = req.query;
  return {
    ...versionOf(req),
    environment: typeof environment === 'string' ? environment : 'prod',
  };
}

/** Scorecards, signed verdicts, and the list over all versions. */
export function scorecardRoutes(router: Router, options: RouterOptions): void {
  const { service, httpAuth, keyRing, environments } = options;

  router.get(`${versionPath}/scorecard`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.getScorecard(questionOf(req), { credentials }));
  });

  router.get(`${versionPath}/scorecards`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = validatedQuery<ListVersionScorecardsQuery>(req);
    const items = await service.listVersionScorecards(
      { ...versionOf(req), environments: query.environment },
      { credentials },
    );
    res.json({ items, totalItems: items.length });
  });

  router.get(`${versionPath}/verdict`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { etag, envelope } = await service.getVerdict(questionOf(req), {
      credentials,
      knownTag: req.get('if-none-match'),
    });
    res.set('Cache-Control', 'private, no-cache');
    if (etag) res.set('ETag', etag);
    if (envelope) res.json(envelope);
    else res.status(304).end();
  });

  router.get('/scorecards', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = validatedQuery<ListScorecardsQuery>(req);
    const { environment = 'prod' } = query;
    if (!environments.includes(environment))
      throw new InvalidFieldsError([
        {
          path: '/query/environment',
          message: `lists are kept for ${environments.join(', ')}; see modelScorecard.environments`,
        },
      ]);
    res.json(await service.listScorecards(query, { credentials }));
  });

  router.get('/.well-known/jwks.json', async (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300');
    res.json(await keyRing.publicKeys());
  });
}
