import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  ListModelsQuery,
  ListVersionsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { Router } from 'express';
import { RouterOptions } from './createRouter';

interface ModelParams {
  namespace: string;
  name: string;
}

function refOf({ namespace, name }: ModelParams): string {
  return stringifyEntityRef({ kind: 'Model', namespace, name });
}

/** The query as the OpenAPI document describes it: the router has checked it. */
function queryOf<TQuery>(req: { query: unknown }): TQuery {
  return req.query as TQuery;
}

/** Adds what is below `/models`. */
export function addModelRoutes(router: Router, options: RouterOptions) {
  const { service, httpAuth } = options;

  router.get('/models', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = queryOf<ListModelsQuery>(req);
    res.json(await service.listModels(query, credentials));
  });

  router.get('/models/facets', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.getFacets(credentials));
  });

  router.get('/models/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await service.getModel(refOf(req.params), credentials));
  });

  router.get('/models/:namespace/:name/versions', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = queryOf<ListVersionsQuery>(req);
    const ref = refOf(req.params);
    res.json(await service.listVersions(ref, query, credentials));
  });

  router.get('/models/:namespace/:name/versions/:version', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { version } = req.params;
    const ref = refOf(req.params);
    res.json(await service.getVersion(ref, version, credentials));
  });

  router.get('/models/:namespace/:name/compare', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const versions = queryOf<{ left: string; right: string }>(req);
    const ref = refOf(req.params);
    res.json(await service.compareVersions(ref, versions, credentials));
  });
}
