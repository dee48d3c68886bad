// Real servers judge what the planner plans: kube-apiserver with the definitions
// of all custom kinds, Kyverno, gator, and Gitea. Fails when a verdict differs.
//
//   yarn referee
//   yarn referee --plans 2 --write /tmp/referee.md
//
// Builds the servers with Go the first time, which takes about half an hour.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';

const say = text => process.stdout.write(`${text}\n`);

async function main() {
  const env = ensureToolchain(say);
  await ensureInstalled(env, say);
  process.exitCode = await new Promise((done, fail) => {
    const child = spawn(
      'node',
      [
        '--no-node-snapshot',
        '--require',
        join(root, 'node_modules/@backstage/cli-node/config/nodeTransform.cjs'),
        join(root, 'packages/referee/src/index.ts'),
        ...process.argv.slice(2),
      ],
      { cwd: root, env, stdio: 'inherit' },
    );
    child.on('error', fail);
    child.on('close', code => done(code ?? 1));
  });
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
