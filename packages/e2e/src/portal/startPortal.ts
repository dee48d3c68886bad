import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from './freePorts.ts';
import { createIdentityKey } from './identityKey.ts';

const root = resolve(import.meta.dirname, '../../../..');

/** A running portal with state of its own. */
export interface Portal {
  appUrl: string;
  backendUrl: string;
  /** Static service token. */
  token: string;
  /** The configuration file it was started with. */
  configFile: string;
  /** The private key that it signs identities with. */
  identityKeyFile: string;
  stop(): Promise<void>;
}

function configuration(options: {
  directory: string;
  app: number;
  backend: number;
  token: string;
  keyStore: object;
}): string {
  const { directory, app, backend, token, keyStore } = options;
  const appUrl = `http://localhost:${app}`;
  const backendUrl = `http://localhost:${backend}`;
  return JSON.stringify({
    app: { baseUrl: appUrl, listen: { host: '127.0.0.1', port: app } },
    backend: {
      baseUrl: backendUrl,
      listen: { host: '127.0.0.1', port: backend },
      cors: { origin: appUrl },
      database: { connection: { directory: join(directory, 'db') } },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'journeys' } },
        ],
      },
    },
    auth: { keyStore },
    modelScorecard: {
      evidence: { directory: join(directory, 'evidence') },
      signing: { keyFile: join(directory, 'keys/verdict.pem') },
    },
    modelDelivery: { git: { directory: join(directory, 'git') } },
  });
}

/** Starts the portal as a newcomer would, on free ports and an empty directory. */
export async function startPortal(): Promise<Portal> {
  const directory = mkdtempSync(join(tmpdir(), 'modelyard-portal-'));
  const [app, backend] = await freePorts(2);
  const token = randomBytes(24).toString('hex');
  const file = join(directory, 'app-config.journeys.yaml');
  const keyStore = createIdentityKey(join(directory, 'keys'));
  writeFileSync(
    file,
    configuration({ directory, app, backend, token, keyStore }),
  );
  const child = spawn('node', ['scripts/start.mjs', '--config', file], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = new Promise<void>(done => {
    child.on('close', () => done());
  });
  await new Promise<void>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      if (String(chunk).includes('Open http')) done();
    });
    child.on('close', code => fail(new Error(`the portal ended (${code})`)));
  });
  return {
    appUrl: `http://localhost:${app}`,
    backendUrl: `http://localhost:${backend}`,
    token,
    configFile: file,
    identityKeyFile: keyStore.static.keys[0].privateKeyFile,
    async stop() {
      child.kill('SIGINT');
      await closed;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
