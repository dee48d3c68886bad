import {
  CompareVersionsQuery,
  LineageQuery,
  ListAliasesQuery,
  ListModelsQuery,
  ListVersionsQuery,
  ModelFacetsQuery,
} from '@modelyard/plugin-model-catalog-common';
import { Router } from 'express';
import { RouterOptions } from './createRouter';
import { readModelRef, refOf } from './modelRefs';

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
    const query = queryOf<ModelFacetsQuery>(req);
    res.json(await service.getFacets(query, credentials));
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
    const { left, right, rightModel } = queryOf<CompareVersionsQuery>(req);
    const ref = refOf(req.params);
    const other =
      rightModel === undefined
        ? ref
        : readModelRef(rightModel, '/query/rightModel');
    res.json(
      await service.compareVersions(
        { ref, version: left },
        { ref: other, version: right },
        credentials,
      ),
    );
  });

  router.get('/models/:namespace/:name/aliases', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = queryOf<ListAliasesQuery>(req);
    const ref = refOf(req.params);
    res.json(await service.listAliases(ref, query, credentials));
  });

  router.get('/models/:namespace/:name/lineage', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = queryOf<LineageQuery>(req);
    const ref = refOf(req.params);
    res.json(await service.getLineage(ref, query, credentials));
  });

  router.get(
    '/models/:namespace/:name/versions/:version/ml-bom',
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const { version } = req.params;
      const ref = refOf(req.params);
      const bom = await service.getMlBom(ref, version, credentials);
      res.type('application/vnd.cyclonedx+json').send(JSON.stringify(bom));
    },
  );
}
