import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { freePort, startServer } from '../tools/startServer';
import { until } from '../tools/until';
import { PortalApi } from './PortalApi';
import { Gitea } from './startGitea';

/** The backend of the portal, with state of its own. */
export interface Portal {
  api: PortalApi;
  stop(): Promise<void>;
}

const root = resolvePackagePath('@modelyard/referee', '../..');
const secondsToStart = 180;

/** What the portal is told on top of its defaults: where to be, and of Gitea. */
function configuration(
  folder: string,
  port: number,
  token: string,
  { url, username, password }: Gitea,
): string {
  const { host } = new URL(url);
  return JSON.stringify({
    backend: {
      baseUrl: `http://localhost:${port}`,
      listen: { host: '127.0.0.1', port },
      database: { connection: { directory: join(folder, 'db') } },
      auth: {
        externalAccess: [
          { type: 'static', options: { token, subject: 'referee' } },
        ],
      },
    },
    integrations: { gitea: [{ host, baseUrl: url, username, password }] },
    modelScorecard: {
      evidence: { directory: join(folder, 'evidence') },
      signing: { keyFile: join(folder, 'keys/verdict.pem') },
    },
    modelDelivery: {
      git: {
        directory: join(folder, 'git'),
        // Logins of integrations are not sent in the open, which this one is.
        remotes: [{ baseUrl: `${url}/`, username, password }],
      },
    },
  });
}

/** Starts the backend of the portal as it is shipped, with a Gitea beside it. */
export async function startPortal(
  gitea: Gitea,
  folder: string,
): Promise<Portal> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const token = randomBytes(24).toString('hex');
  const file = join(folder, 'app-config.referee.yaml');
  writeFileSync(file, configuration(folder, port, token, gitea), {
    mode: 0o600,
  });
  const server = startServer(
    'node',
    [
      '--no-node-snapshot',
      '--require',
      join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
      join(root, 'packages/backend/src/index.ts'),
      '--config',
      join(root, 'app-config.yaml'),
      '--config',
      file,
    ],
    { cwd: root, env: { NODE_ENV: 'development' } },
  );
  const api = PortalApi.create(`http://localhost:${port}`, token);
  try {
    await until('the portal', secondsToStart, async () => {
      server.check();
      return (await api.isLoaded()) ? true : undefined;
    });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { api, stop: server.stop };
}
