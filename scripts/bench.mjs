// Ratios of ours to something real, measured in the same run; fails when a goal
// is missed.
//
//   yarn bench
//   yarn bench --sync-versions 2000 --evaluated-versions 1000 --rounds 7
//
// Starts a throwaway Postgres where one is installed and none is named.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startPostgres } from './test/postgres.mjs';
import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';

const variable = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const say = text => process.stdout.write(`${text}\n`);

function runBench(env) {
  return new Promise((done, fail) => {
    const child = spawn(
      'node',
      [
        '--no-node-snapshot',
        '--expose-gc',
        '--require',
        join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
        join(root, 'packages/bench/src/index.ts'),
        ...process.argv.slice(2),
      ],
      { cwd: root, env, stdio: 'inherit' },
    );
    child.on('error', fail);
    child.on('close', code => done(code ?? 1));
  });
}

async function main() {
  const env = ensureToolchain(say);
  await ensureInstalled(env, say);
  const postgres = env[variable] ? undefined : await startPostgres();
  try {
    process.exitCode = await runBench({
      ...env,
      NODE_ENV: 'production',
      ...(postgres && { [variable]: postgres.connection }),
    });
  } finally {
    postgres?.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
