// A throwaway Postgres 15 for the store tests: no TCP beyond loopback, no fsync.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = ['/usr/lib/postgresql/15/bin', '/usr/local/pgsql/bin'].find(dir =>
  existsSync(join(dir, 'initdb')),
);

/** Postgres refuses to run as root, so root hands it to the user that Debian made. */
function asServerUser(args, options) {
  const [command, ...rest] =
    process.getuid?.() === 0
      ? [
          'setpriv',
          '--reuid=postgres',
          '--regid=postgres',
          '--clear-groups',
          ...args,
        ]
      : args;
  return execFileSync(command, rest, { stdio: 'pipe', ...options });
}

function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** Starts the server; undefined where it is not installed. */
export async function startPostgres() {
  if (!bin) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'modelyard-pg-'));
  if (process.getuid?.() === 0) spawnSync('chown', ['postgres', directory]);
  else chmodSync(directory, 0o700);
  const data = join(directory, 'data');
  const port = await freePort();
  asServerUser(
    [
      join(bin, 'initdb'),
      '-A',
      'trust',
      '-U',
      'postgres',
      '--no-sync',
      '-D',
      data,
    ],
    { cwd: directory },
  );
  asServerUser(
    [
      join(bin, 'pg_ctl'),
      '-D',
      data,
      '-w',
      '-l',
      join(directory, 'log'),
      '-o',
      `-p ${port} -k ${directory} -h 127.0.0.1 -c fsync=off -c max_connections=200`,
      'start',
    ],
    { cwd: directory, stdio: 'ignore' },
  );
  return {
    connection: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    stop() {
      asServerUser(
        [join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', 'stop'],
        { cwd: directory },
      );
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
