import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { sqliteDatabaseServiceFactory } from '@modelyard/sqlite-database';
import { freePort } from '../sync/freePort';
import { silentLogger } from '../sync/silentLogger';
import { writeOpenPack } from './openPack';
import { taskEvents } from './taskEvents';

/** The bench runs in the repository's root. */
const examples = resolve('examples');
const templates = resolve('templates');

/** A running backend that delivers the example models from templates. */
export interface DeliveryBackend {
  /** Base of the plugins' routes. */
  apiUrl: string;
  /** Bearer token that all of them accept. */
  token: string;
  /** Where the repositories lie. */
  gitDirectory: string;
  stop(): Promise<void>;
}

/** Hears that a task of the scaffolder has ended, and how. */
export type OnTaskEnd = (id: string, status: string) => void;

function scorecardConfig(directory: string): JsonObject {
  const publicKeyFile = join(examples, 'evidence/producer.pub');
  return {
    packs: [{ target: join(directory, 'pack.yaml') }],
    signing: { keyFile: join(directory, 'verdict.pem') },
    evidence: {
      directory: join(directory, 'evidence'),
      folders: [{ target: join(examples, 'evidence'), redate: 'first-start' }],
      producers: [{ name: 'examples', publicKeyFile }],
    },
  };
}

function makeConfig(
  { port, token }: { port: number; token: string },
  database: JsonObject,
  directory: string,
): JsonObject {
  const baseUrl = `http://127.0.0.1:${port}`;
  const access = { type: 'static', options: { token, subject: 'bench' } };
  const file = (target: string, ...allow: string[]) => ({
    type: 'file',
    target,
    rules: [{ allow }],
  });
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: { externalAccess: [access] },
    },
    catalog: {
      rules: [{ allow: ['Component', 'Model'] }],
      locations: [
        file(join(examples, 'org/org.yaml'), 'User', 'Group'),
        file(join(templates, 'inference-service/template.yaml'), 'Template'),
      ],
    },
    modelCatalog: {
      sources: [
        { id: 'examples', type: 'git', target: join(examples, 'models') },
      ],
    },
    modelScorecard: scorecardConfig(directory),
    modelDelivery: { git: { directory: join(directory, 'git') } },
  };
}

async function makeFolder(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'modelyard-delivery-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(
    join(directory, 'verdict.pem'),
    privateKey.export({ type: 'pkcs8', format: 'pem' }),
    { mode: 0o600 },
  );
  await writeOpenPack(
    join(examples, 'packs/default.yaml'),
    join(directory, 'pack.yaml'),
  );
  return directory;
}

function assemble(config: ConfigReader, onTaskEnd: OnTaskEnd) {
  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => config,
    }),
  );
  backend.add(sqliteDatabaseServiceFactory);
  backend.add(silentLogger);
  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@modelyard/plugin-catalog-backend-module-model'));
  backend.add(
    import('@modelyard/plugin-catalog-backend-module-model-delivery'),
  );
  backend.add(import('@modelyard/plugin-model-catalog-backend'));
  backend.add(import('@modelyard/plugin-model-scorecard-backend'));
  backend.add(import('@modelyard/plugin-model-delivery-backend'));
  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(
    import('@modelyard/plugin-scaffolder-backend-module-model-delivery'),
  );
  backend.add(taskEvents(onTaskEnd));
  return backend;
}

/** Starts scaffolder, delivery and everything that they ask, as the portal does. */
export async function startDeliveryBackend(
  database: JsonObject,
  onTaskEnd: OnTaskEnd,
): Promise<DeliveryBackend> {
  const directory = await makeFolder();
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const config = makeConfig({ port, token }, database, directory);
  const backend = assemble(new ConfigReader(config), onTaskEnd);
  await backend.start();
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    gitDirectory: join(directory, 'git'),
    async stop() {
      await backend.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
