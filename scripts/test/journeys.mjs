// The browser journeys, and the outside check of the contract where it is at hand.
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, tail } from './run.mjs';

function has(command, env) {
  return run('sh', ['-c', `command -v ${command}`], { env }).then(
    result => result.code === 0,
  );
}

const needs = [
  ['chromium', 'Chromium: `apt-get install chromium`'],
  ['git', 'git: `apt-get install git`'],
  [
    'kustomize',
    'kustomize: `go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.2`',
  ],
];

export async function runJourneys({ root, env, say, missing }) {
  const lacking = [];
  for (const [command, hint] of needs)
    if (!(await has(command, env))) lacking.push(hint);
  if (lacking.length) {
    missing.push(
      `The browser journeys did not run; they need ${lacking.join(', ')}.`,
    );
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const directory = mkdtempSync(join(tmpdir(), 'modelyard-journeys-'));
  const report = join(directory, 'report.json');
  try {
    const { code, output } = await run(
      'node',
      ['packages/e2e/src/run.ts', '--report', report],
      { cwd: root, env, echo: process.env.CI === 'true' },
    );
    const sum = existsSync(report)
      ? JSON.parse(readFileSync(report, 'utf8'))
      : { passed: 0, failed: 1, skipped: 0 };
    if (code !== 0 && sum.failed === 0) sum.failed = 1;
    if (sum.failed && process.env.CI !== 'true') say(tail(output, 120));
    return sum;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
