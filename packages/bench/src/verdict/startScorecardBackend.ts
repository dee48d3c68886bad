import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { freePort } from '../sync/freePort';
import { silentLogger } from '../sync/silentLogger';

/** Records that the verdict of the example version rests on, at least. */
const leastEvidence = 18;

/** The bench runs in the repository's root. */
const examples = resolve('examples');

/** A running backend with the example models and their evidence. */
export interface ScorecardBackend {
  /** Address of the verdict of an example version. */
  verdictUrl: string;
  headers: Record<string, string>;
  stop(): Promise<void>;
}

function makeConfig(
  port: number,
  token: string,
  database: JsonObject,
  directory: string,
): JsonObject {
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'bench' } },
        ],
      },
    },
    catalog: { rules: [{ allow: ['Model'] }] },
    modelCatalog: {
      sources: [
        { id: 'examples', type: 'git', target: join(examples, 'models') },
      ],
    },
    modelScorecard: {
      packs: [{ target: join(examples, 'packs/default.yaml') }],
      signing: { keyFile: join(directory, 'verdict.pem') },
      evidence: {
        directory: join(directory, 'evidence'),
        folders: [
          { target: join(examples, 'evidence'), redate: 'first-start' },
        ],
        producers: [
          {
            name: 'examples',
            publicKeyFile: join(examples, 'evidence/producer.pub'),
          },
        ],
      },
    },
  };
}

async function untilEvaluated(
  url: string,
  headers: Record<string, string>,
): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const answer = await fetch(url, { headers });
    const { payload = '' } = answer.ok ? await answer.json() : {};
    const text = Buffer.from(String(payload), 'base64').toString();
    const [, attested = ''] = text.split('"inputAttestations"');
    if (attested.split('"uri"').length > leastEvidence) return;
    await wait(200);
  }
  throw new Error('the example version did not get its evidence in time');
}

/** Starts catalog, model catalog and scorecard, and waits for the examples. */
export async function startScorecardBackend(
  database: JsonObject,
): Promise<ScorecardBackend> {
  const directory = await mkdtemp(join(tmpdir(), 'modelyard-verdict-'));
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await writeFile(
    join(directory, 'verdict.pem'),
    privateKey.export({ type: 'pkcs8', format: 'pem' }),
    { mode: 0o600 },
  );
  const token = randomBytes(24).toString('hex');
  const port = await freePort();
  const config = new ConfigReader(makeConfig(port, token, database, directory));
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
  backend.add(import('@modelyard/plugin-catalog-backend-module-model'));
  backend.add(import('@modelyard/plugin-model-catalog-backend'));
  backend.add(import('@modelyard/plugin-model-scorecard-backend'));
  await backend.start();
  const headers = { authorization: `Bearer ${token}` };
  const verdictUrl = `http://127.0.0.1:${port}/api/model-scorecard/models/default/credit-risk/versions/7/verdict?environment=prod`;
  await untilEvaluated(verdictUrl, headers);
  return {
    verdictUrl,
    headers,
    async stop() {
      await backend.stop();
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
