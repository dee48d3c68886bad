import { writeFile } from 'node:fs/promises';
import {
  measureEvaluation,
  measureExpressions,
} from './evaluation/measureEvaluation';
import { BenchOptions, Group, readOptions } from './options';
import { hasKustomize, measurePlans } from './planning/measurePlan';
import { formatTable } from './report/formatTable';
import { isHeld, Measure } from './report/Measure';
import { toReport } from './report/toReport';

/** Only when they are due: a heap full of Backstage slows what is measured before. */
function loadBackendMeasures(): typeof import('./backendMeasures') {
  return require('./backendMeasures');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** What came of a group, and what it could not measure here. */
interface Measured {
  measures: Measure[];
  /** How to get what was missing. */
  missing: string[];
}

const run: Record<Group, (options: BenchOptions) => Promise<Measured>> = {
  async evaluation({ evaluatedVersions: versions, rounds }) {
    const options = { versions, rounds };
    const measures = [
      await measureExpressions(options),
      await measureEvaluation(options),
    ];
    return { measures, missing: [] };
  },
  async plan({ rounds }) {
    if (hasKustomize()) return { measures: measurePlans(rounds), missing: [] };
    const missing =
      'plan: kustomize is missing; `go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.2`';
    return { measures: [], missing: [missing] };
  },
  verdict: options => loadBackendMeasures().measureVerdicts(options),
  sync: options => loadBackendMeasures().measureSyncs(options),
  scale: options => loadBackendMeasures().measureScales(options),
  cost: options => loadBackendMeasures().measureCosts(options),
  delivery: options => loadBackendMeasures().measureDeliveries(options),
};

/** Runs the measures; exit code 1 when a goal is missed, or with CI=true anything is skipped. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  const measures: Measure[] = [];
  const missing: string[] = [];
  for (const group of options.only) {
    say(`… ${group}`);
    const measured = await run[group](options);
    measures.push(...measured.measures);
    missing.push(...measured.missing);
  }
  say(`\n${formatTable(measures)}`);
  for (const note of missing) say(`Not measured: ${note}`);
  if (options.write) await writeFile(options.write, toReport(measures));
  const skipped = process.env.CI === 'true' && missing.length > 0;
  return !measures.every(isHeld) || skipped ? 1 : 0;
}

main().then(
  // A stopped backend may leave timers behind, so the process is ended.
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack ?? error}\n`);
    process.exit(1);
  },
);
