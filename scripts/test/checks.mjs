// Everything that is right or wrong as a whole: each counts as one test.
import { run, tail } from './run.mjs';

/** Two at a time: each list in its order, as the reports need what tsc writes. */
const lanes = [
  [
    ['types', 'yarn', ['tsc', '--incremental', 'false']],
    ['API reports', 'yarn', ['api-reports:check']],
  ],
  [
    ['lint and import arrows', 'yarn', ['lint']],
    ['wrong imports are refused', 'node', ['scripts/test/arrows.mjs']],
    ['formatting', 'yarn', ['prettier:check']],
    ['unused code and dependencies', 'yarn', ['knip']],
    ['OpenAPI output', 'node', ['scripts/openapi.mjs', '--check']],
    ['configuration', 'yarn', ['config:check']],
  ],
];

export async function runChecks({ root, env, say }) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const runLane = async lane => {
    for (const [name, command, args] of lane) {
      const started = Date.now();
      const { code, output } = await run(command, args, { cwd: root, env });
      sum[code === 0 ? 'passed' : 'failed'] += 1;
      say(
        `${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`,
      );
      if (code !== 0) say(tail(output));
    }
  };
  await Promise.all(lanes.map(runLane));
  return sum;
}
