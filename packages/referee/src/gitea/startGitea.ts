import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { moduleFolder } from '../tools/goModules';
import { outputOf } from '../tools/run';
import { releaseOf } from '../tools/servers';
import { freePort, startServer } from '../tools/startServer';
import { until } from '../tools/until';

/** A Git host with an administrator. */
export interface Gitea {
  url: string;
  username: string;
  password: string;
  token: string;
  stop(): Promise<void>;
}

const username = 'referee-admin';
const secondsToStart = 60;

function configuration(folder: string, port: number, assets: string): string {
  const secret = () => randomBytes(32).toString('hex');
  const isRoot = userInfo().uid === 0;
  return `APP_NAME = referee
RUN_USER = ${userInfo().username}
RUN_MODE = prod
WORK_PATH = ${folder}
${isRoot ? 'I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true\n' : ''}
[server]
PROTOCOL = http
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = http://127.0.0.1:${port}/
STATIC_ROOT_PATH = ${assets}
APP_DATA_PATH = ${join(folder, 'data')}
DISABLE_SSH = true
OFFLINE_MODE = true
LFS_START_SERVER = false

[database]
DB_TYPE = sqlite3
PATH = ${join(folder, 'gitea.db')}

[repository]
ROOT = ${join(folder, 'repositories')}

[security]
INSTALL_LOCK = true
SECRET_KEY = ${secret()}

[service]
DISABLE_REGISTRATION = true

[log]
MODE = console
LEVEL = Warn
`;
}

/** Starts Gitea on a free port with a database of its own and makes an administrator. */
export async function startGitea(
  binary: string,
  folder: string,
): Promise<Gitea> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  const assets = await moduleFolder(
    'code.gitea.io/gitea',
    `v${releaseOf('gitea')}`,
  );
  const file = join(folder, 'app.ini');
  writeFileSync(file, configuration(folder, port, assets), { mode: 0o600 });
  const options = { cwd: folder, env: { HOME: folder } };
  const gitea = (...args: string[]) =>
    outputOf(binary, ['--config', file, ...args], options);
  await gitea('migrate');
  const password = randomBytes(18).toString('base64url');
  await gitea(
    ...['admin', 'user', 'create', '--admin', '--username', username],
    ...['--password', password, '--email', 'referee@example.com'],
    '--must-change-password=false',
  );
  const issued = await gitea(
    ...['admin', 'user', 'generate-access-token', '--username', username],
    ...['--token-name', 'referee', '--scopes', 'all', '--raw'],
  );
  const server = startServer(binary, ['--config', file, 'web'], options);
  const url = `http://127.0.0.1:${port}`;
  await until('Gitea', secondsToStart, async () => {
    server.check();
    const answer = await fetch(`${url}/api/v1/version`).catch(() => undefined);
    return answer?.ok ? true : undefined;
  }).catch(async error => {
    await server.stop();
    throw error;
  });
  const token = issued.trim().split('\n').at(-1) ?? '';
  return { url, username, password, token, stop: server.stop };
}
