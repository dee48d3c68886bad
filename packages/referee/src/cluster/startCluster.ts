import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../tools/run';
import { freePort, Server, startServer } from '../tools/startServer';
import { until } from '../tools/until';
import { ApiServer } from './ApiServer';

/** A control plane that nothing runs on: it stores, validates and admits. */
export interface Cluster {
  api: ApiServer;
  stop(): Promise<void>;
}

const secondsToStart = 180;

/** First line that etcd says about itself; throws with the remedy when it is missing. */
export async function etcdVersion(): Promise<string> {
  const { stdout } = await run('etcd', ['--version']).catch(() => {
    throw new Error('etcd is missing: apt-get install etcd-server');
  });
  return stdout.trim().split('\n')[0];
}

async function startEtcd(
  folder: string,
): Promise<{ server: Server; url: string }> {
  const url = `http://127.0.0.1:${await freePort()}`;
  const peers = `http://127.0.0.1:${await freePort()}`;
  const args = {
    name: 'referee',
    'data-dir': join(folder, 'etcd'),
    'listen-client-urls': url,
    'advertise-client-urls': url,
    'listen-peer-urls': peers,
    'initial-advertise-peer-urls': peers,
    'initial-cluster': `referee=${peers}`,
  };
  const flags = Object.entries(args).map(([name, text]) => `--${name}=${text}`);
  return { server: startServer('etcd', flags, { cwd: folder }), url };
}

interface Credentials {
  token: string;
  tokenFile: string;
  keyFile: string;
}

function makeCredentials(folder: string): Credentials {
  const token = randomBytes(24).toString('hex');
  const tokenFile = join(folder, 'tokens.csv');
  const keyFile = join(folder, 'service-accounts.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(tokenFile, `${token},referee,1,system:masters\n`, {
    mode: 0o600,
  });
  writeFileSync(keyFile, pem, { mode: 0o600 });
  return { token, tokenFile, keyFile };
}

function apiServerFlags(
  folder: string,
  port: number,
  etcdUrl: string,
  { tokenFile, keyFile }: Credentials,
): string[] {
  const args = {
    'etcd-servers': etcdUrl,
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': keyFile,
    'service-account-signing-key-file': keyFile,
    'cert-dir': join(folder, 'certificates'),
    'authorization-mode': 'AlwaysAllow',
    'token-auth-file': tokenFile,
    'secure-port': port,
    'bind-address': '127.0.0.1',
    'service-cluster-ip-range': '10.0.0.0/24',
    // The policies refuse what is privileged, not the server before them.
    'allow-privileged': true,
    // Service accounts would have to be made before Pods.
    'disable-admission-plugins': 'ServiceAccount',
    'endpoint-reconciler-type': 'none',
  };
  return Object.entries(args).map(([name, value]) => `--${name}=${value}`);
}

/** Starts etcd and kube-apiserver on free ports and waits until they are ready. */
export async function startCluster(
  binary: string,
  folder: string,
): Promise<Cluster> {
  mkdirSync(folder, { recursive: true });
  const etcd = await startEtcd(folder);
  const servers = [etcd.server];
  const stop = async () => {
    for (const server of [...servers].reverse()) await server.stop();
  };
  try {
    const credentials = makeCredentials(folder);
    const port = await freePort();
    const flags = apiServerFlags(folder, port, etcd.url, credentials);
    servers.push(startServer(binary, flags, { cwd: folder }));
    const check = () => servers.forEach(server => server.check());
    const certificate = join(folder, 'certificates/apiserver.crt');
    const api = await until('kube-apiserver', secondsToStart, async () => {
      check();
      if (!existsSync(certificate)) return undefined;
      const made = ApiServer.create({
        url: `https://127.0.0.1:${port}`,
        token: credentials.token,
        ca: readFileSync(certificate, 'utf8'),
      });
      if (await made.isReady()) return made;
      await made.close();
      return undefined;
    });
    return {
      api,
      async stop() {
        await api.close();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
