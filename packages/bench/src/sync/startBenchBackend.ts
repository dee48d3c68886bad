import { randomBytes } from 'node:crypto';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ModelCatalogClient } from '@modelyard/plugin-model-catalog-common';
import { ComponentProvider } from './ComponentProvider';
import { BenchSource, benchSourceModule } from './benchSource';
import { freePort } from './freePort';
import { silentLogger } from './silentLogger';

/** A running backend that holds the stock catalog and the model catalog. */
export interface BenchBackend {
  components: ComponentProvider;
  models: ModelCatalogClient;
  /** Bearer token that both accept. */
  token: string;
  /** Base of the plugins' routes. */
  apiUrl: string;
  stop(): Promise<void>;
}

/** What {@link startBenchBackend} starts. */
export interface BenchBackendOptions {
  /** Value of `backend.database`. */
  database: JsonObject;
  /** What the source `bench` reads. */
  source: BenchSource;
  /** Further entries of `modelCatalog.sources`. */
  sources?: JsonObject[];
}

function makeConfig(
  port: number,
  token: string,
  { database, sources = [] }: BenchBackendOptions,
): JsonObject {
  const baseUrl = `http://127.0.0.1:${port}`;
  const access = { type: 'static', options: { token, subject: 'bench' } };
  const schedule = {
    frequency: { hours: 24 },
    initialDelay: { hours: 24 },
    timeout: { minutes: 10 },
  };
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: { externalAccess: [access] },
    },
    catalog: { rules: [{ allow: ['Component'] }] },
    modelCatalog: {
      sources: [
        { id: 'bench', type: 'bench', schedule },
        ...sources.map(source => ({ ...source, schedule })),
      ],
    },
  };
}

/** Starts the two side by side, with everything but logs as it is by default. */
export async function startBenchBackend(
  options: BenchBackendOptions,
): Promise<BenchBackend> {
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const config = new ConfigReader(makeConfig(port, token, options));
  const components = ComponentProvider.create();
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  backend.add(silentLogger);
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(components.asModule());
  backend.add(import('@modelyard/plugin-model-catalog-backend'));
  backend.add(benchSourceModule(options.source));
  await backend.start();
  const apiUrl = `http://127.0.0.1:${port}/api`;
  const models = ModelCatalogClient.create({
    discoveryApi: { getBaseUrl: async id => `${apiUrl}/${id}` },
    fetchApi: { fetch },
  });
  return { components, models, token, apiUrl, stop: () => backend.stop() };
}
