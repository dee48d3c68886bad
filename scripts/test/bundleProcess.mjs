// Bundles a program of a test into one file, which starts in a fraction of the time
// that a loader of TypeScript takes, and prints the file's path.
//
//   node scripts/test/bundleProcess.mjs <entry.ts>
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const entry = resolve(process.argv[2]);
// Below node_modules, so that what stays outside is found.
const outfile = join(
  root,
  'node_modules/.cache/modelyard',
  relative(root, dirname(entry)),
  `${basename(entry, '.ts')}.cjs`,
);
/** Native, or a driver that nobody installs. */
const outside = [
  '@google-cloud/cloud-sql-connector',
  'better-sqlite3',
  'cpu-features',
  'mysql',
  'mysql2',
  'mariadb',
  'oracledb',
  'pg',
  'pg-format',
  'pg-query-stream',
  'sqlite3',
  'tedious',
];

await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
  external: outside.flatMap(name => [name, `${name}/*`]),
});
process.stdout.write(outfile);
