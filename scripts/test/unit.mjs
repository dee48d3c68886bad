// Unit and integration tests: jest over all packages, on SQLite and Postgres.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.mjs';
import { run, tail } from './run.mjs';

function sumOf(file) {
  if (!existsSync(file))
    return { passed: 0, failed: 1, skipped: 0, crashed: true };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
    skippedNames: report.testResults.flatMap(suite =>
      suite.assertionResults
        .filter(test => test.status === 'pending')
        .map(test => test.fullName),
    ),
  };
}

export async function runUnitTests({ root, env, say, missing }) {
  const postgres = await startPostgres();
  if (!postgres)
    missing.push(
      'Postgres 15: the stores were tested on SQLite only. Get it with `apt-get install postgresql-15`.',
    );
  const directory = mkdtempSync(join(tmpdir(), 'modelyard-jest-'));
  const report = join(directory, 'report.json');
  try {
    const { code, output } = await run(
      'yarn',
      [
        'test:unit',
        '--watchAll=false',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${report}`,
        '--silent',
      ],
      {
        cwd: root,
        env: {
          ...env,
          NODE_ENV: 'test',
          NODE_OPTIONS: '--no-node-snapshot',
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          ...(postgres && {
            BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING:
              postgres.connection,
          }),
        },
      },
    );
    const sum = sumOf(report);
    if (sum.crashed || sum.failed || code !== 0)
      say(tail(output.replace(/^\{"numFailed.*$/m, ''), 200));
    if (code !== 0 && sum.failed === 0) sum.failed = 1;
    if (!postgres) sum.skipped += 1;
    for (const name of sum.skippedNames ?? []) say(`skipped: ${name}`);
    return sum;
  } finally {
    postgres?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
