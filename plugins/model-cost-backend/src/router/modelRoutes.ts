import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import { Request, Router } from 'express';
import { modelCostCsv } from '../csv/modelCostCsv';
import { RouterOptions } from './createRouter';
import { modelCostQuery, modelsQuery, unitCostsQuery } from './queries';
import { sendCsv } from './sendCsv';

function refOf(req: Request): string {
  const { namespace, name } = req.params;
  return stringifyEntityRef({ kind: 'model', namespace, name });
}

function readRef(text: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(text, { defaultKind: 'model' }));
  } catch {
    throw new InvalidFieldsError([
      {
        path: '/query/ref',
        message: `"${text}" is no entity ref such as model:default/credit-risk`,
      },
    ]);
  }
}

/** Routes below `/models`. */
export function addModelRoutes(router: Router, options: RouterOptions): void {
  const { httpAuth, service } = options;

  router.get('/models', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { ref, ...span } = modelsQuery.parse(req.query);
    const refs = ref.map(readRef);
    res.json(await service.listModelCosts(refs, span, { credentials }));
  });

  router.get('/models/:namespace/:name/cost', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = modelCostQuery.parse(req.query);
    res.json(await service.getModelCost(refOf(req), query, { credentials }));
  });

  router.get('/models/:namespace/:name/unit-costs', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = unitCostsQuery.parse(req.query);
    res.json(await service.getUnitCosts(refOf(req), query, { credentials }));
  });

  router.get('/models/:namespace/:name/cost.csv', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const query = modelCostQuery.parse(req.query);
    const cost = await service.getModelCostRows(refOf(req), query, {
      credentials,
    });
    const name = req.params.name.replace(/[^A-Za-z0-9._-]/g, '_');
    const { from, to } = cost.span;
    sendCsv(res, `cost-${name}-${from}-${to}`, modelCostCsv(cost));
  });
}
