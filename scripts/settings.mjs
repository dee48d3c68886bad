// Prints, as JSON, what the start script needs of the merged configuration:
// addresses, personas and directories. Runs on the repository's own Node.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'packages/backend/package.json'));
const { ConfigSources } = require('@backstage/config-loader');

const config = await ConfigSources.toConfig(
  ConfigSources.default({ argv: process.argv, rootDir: root, watch: false }),
);

function listenOf(key, fallback) {
  const value = config.getOptional(key);
  if (typeof value === 'number') return { host: '127.0.0.1', port: value };
  if (typeof value === 'string') {
    const [host, port] = value.includes(':')
      ? value.split(/:(?=\d+$)/)
      : ['', value];
    return { host: host || '0.0.0.0', port: Number(port) };
  }
  return {
    host: value?.host ?? '127.0.0.1',
    port: Number(value?.port ?? fallback),
  };
}

const connection = config.getOptional('backend.database.connection');
const directories = [
  typeof connection === 'object' ? connection?.directory : undefined,
  config.getOptionalString('modelDelivery.git.directory'),
  config.getOptionalString('modelScorecard.evidence.directory'),
  config.has('modelScorecard.signing.keyFile') &&
    dirname(config.getString('modelScorecard.signing.keyFile')),
].filter(Boolean);

process.stdout.write(
  JSON.stringify({
    app: {
      url: config.getString('app.baseUrl'),
      listen: listenOf(
        'app.listen',
        new URL(config.getString('app.baseUrl')).port || 80,
      ),
    },
    backend: {
      url: config.getString('backend.baseUrl'),
      listen: listenOf('backend.listen', 7007),
    },
    personas:
      config.getOptionalStringArray('auth.providers.personas.users') ?? [],
    directories: directories.map(directory => resolve(root, directory)),
  }),
);
config.close?.();
