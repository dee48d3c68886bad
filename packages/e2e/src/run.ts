/**
 * Starts a portal, walks the journeys in a real browser and, where it is at
 * hand, asks the outside check of the contract.
 *
 *   node packages/e2e/src/run.ts [--report file.json] [--images]
 */
import { spawn } from 'node:child_process';
import { existsSync, globSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Portal, startPortal } from './portal/startPortal.ts';
import { untilLoaded } from './portal/untilLoaded.ts';

const root = resolve(import.meta.dirname, '../../..');

interface Sum {
  passed: number;
  failed: number;
  skipped: number;
}

function output(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number; text: string }> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      text += String(chunk);
    });
    child.on('error', fail);
    child.on('close', code => done({ code: code ?? 1, text }));
  });
}

async function walkJourneys(portal: Portal, images: boolean): Promise<Sum> {
  const files = globSync('packages/e2e/src/journeys/*.journey.ts', {
    cwd: root,
  }).sort();
  const { code, text } = await output(
    process.execPath,
    ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files],
    {
      ...process.env,
      FORCE_COLOR: '0',
      PORTAL_APP: portal.appUrl,
      PORTAL_BACKEND: portal.backendUrl,
      PORTAL_TOKEN: portal.token,
      PORTAL_CONFIG: portal.configFile,
      PORTAL_IDENTITY_KEY: portal.identityKeyFile,
      PORTAL_IMAGES: images ? join(root, 'docs/images') : '',
    },
  );
  const count = (word: string) =>
    Number(new RegExp(`ℹ ${word} (\\d+)`).exec(text)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return {
    passed: count('pass'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('skipped') + count('todo'),
  };
}

async function askContract(portal: Portal): Promise<Sum> {
  const check = join(root, '../shared/check/contract');
  if (!existsSync(check)) return { passed: 0, failed: 0, skipped: 0 };
  const { code, text } = await output(
    'python3',
    [
      check,
      '--backend',
      portal.backendUrl,
      '--token',
      portal.token,
      '--examples',
      join(root, 'examples/cost'),
    ],
    process.env,
  );
  const lines = (word: string) =>
    text.split('\n').filter(line => line.startsWith(word)).length;
  const failed = lines('FAIL');
  return {
    passed: lines('ok '),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: 0,
  };
}

async function main() {
  const { values } = parseArgs({
    options: {
      report: { type: 'string' },
      images: { type: 'boolean', default: false },
    },
  });
  const portal = await startPortal();
  try {
    await untilLoaded(portal);
    const sums = [
      await walkJourneys(portal, values.images),
      await askContract(portal),
    ];
    const sum = sums.reduce((a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
    }));
    if (values.report) writeFileSync(values.report, JSON.stringify(sum));
    process.exitCode = sum.failed ? 1 : 0;
  } finally {
    await portal.stop();
  }
}

main().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
