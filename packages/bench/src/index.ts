import {
  measureEvaluation,
  measureExpressions,
} from './evaluation/measureEvaluation';
import { BenchOptions, readOptions } from './options';
import { hasKustomize, measurePlan } from './planning/measurePlan';
import { formatTable } from './report/formatTable';
import { isHeld, Measure } from './report/Measure';

/** Only when they are due: a heap full of Backstage slows what is measured before. */
function loadSyncMeasures(): typeof import('./sync') {
  return require('./sync');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What could not be measured here, and how to get what it needs. */
type Missing = string;

async function measureAll(
  options: BenchOptions,
): Promise<{ measures: Measure[]; missing: Missing[] }> {
  const missing: Missing[] = [];
  say('… evaluation');
  const evaluation = {
    versions: options.evaluatedVersions,
    rounds: options.rounds,
  };
  const measures = [
    await measureExpressions(evaluation),
    await measureEvaluation(evaluation),
  ];
  if (hasKustomize()) {
    say('… plan');
    measures.push(measurePlan(options.rounds));
  } else
    missing.push(
      'plan: kustomize is missing; `go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.2`',
    );
  const { createPostgres, createSqlite, measureSyncOn } = loadSyncMeasures();
  say('… sync on SQLite');
  measures.push(await measureSyncOn(await createSqlite(), options));
  say('… sync on Postgres');
  const postgres = await createPostgres();
  if (postgres) measures.push(await measureSyncOn(postgres, options));
  else
    missing.push(
      'sync on Postgres: set BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING',
    );
  return { measures, missing };
}

/** Runs every measure; exit code 1 when a goal is missed, or with CI=true anything is skipped. */
async function main(): Promise<number> {
  const { measures, missing } = await measureAll(
    readOptions(process.argv.slice(2)),
  );
  say(`\n${formatTable(measures)}`);
  for (const note of missing) say(`Not measured: ${note}`);
  const skipped = process.env.CI === 'true' && missing.length > 0;
  return measures.every(isHeld) && !skipped ? 0 : 1;
}

main().then(
  // A stopped backend may leave timers behind, so the process is ended.
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
