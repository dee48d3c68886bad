import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { ModelCostClient } from '@modelyard/plugin-model-cost-common';
import { freePort } from '../sync/freePort';
import { silentLogger } from '../sync/silentLogger';
import { benchCostModule, CostSize, modelName } from './benchCostSource';

/** A running backend whose ledger holds an estate. */
export interface CostBackend {
  costs: ModelCostClient;
  token: string;
  /** From the first question to the source until every day was booked. */
  ingestMs: number;
  stop(): Promise<void>;
}

function modelsIn(size: CostSize) {
  return Array.from({ length: size.models }, (_, index) => ({
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'Model',
    metadata: { name: modelName(index), namespace: 'default' },
  }));
}

/** Starts it, and waits until every day is booked; the catalog is held in memory. */
export async function startCostBackend(
  database: JsonObject,
  size: CostSize,
): Promise<CostBackend> {
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const access = { type: 'static', options: { token, subject: 'bench' } };
  const config = new ConfigReader({
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: { externalAccess: [access] },
    },
    modelCost: {
      schedule: { frequency: { hours: 24 }, timeout: { hours: 1 } },
      sources: [{ id: 'bench', type: 'bench' }],
    },
  });
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  backend.add(silentLogger);
  backend.add(catalogServiceMock.factory({ entities: modelsIn(size) }));
  backend.add(import('@modelyard/plugin-model-cost-backend'));
  let started: number | undefined;
  const onRead = () => {
    started ??= performance.now();
  };
  backend.add(benchCostModule(size, onRead));
  await backend.start();
  const costs = ModelCostClient.create({
    discoveryApi: { getBaseUrl: async id => `${baseUrl}/api/${id}` },
    fetchApi: { fetch },
  });
  for (;;) {
    const { items } = await costs.listSources({ token });
    if (items[0].checkedAt) break;
    await wait(50);
  }
  if (started === undefined) throw new Error('The source was never asked');
  const ingestMs = performance.now() - started;
  return { costs, token, ingestMs, stop: () => backend.stop() };
}
