// Everything that must hold: types, lint, unit and integration tests, journeys.
// Missing tools are named; with CI=true nothing may be skipped.
//
//   npm test                      everything
//   npm test -- checks unit       only some of: checks, unit, journeys
import { runChecks } from './test/checks.mjs';
import { runJourneys } from './test/journeys.mjs';
import { runUnitTests } from './test/unit.mjs';
import { ensureInstalled, ensureToolchain, root } from './toolchain.mjs';

const runners = {
  checks: runChecks,
  unit: runUnitTests,
  journeys: runJourneys,
};
const say = text => process.stdout.write(`${text}\n`);

async function main() {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find(name => !(name in runners));
  if (unknown)
    throw new Error(
      `No such part: ${unknown}. There are ${Object.keys(runners).join(', ')}.`,
    );
  const env = ensureToolchain(say);
  await ensureInstalled(env, say);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const missing = [];
  for (const name of chosen.length ? chosen : Object.keys(runners)) {
    const started = Date.now();
    say(`\n— ${name}`);
    let sum;
    try {
      sum = await runners[name]({ root, env, say, missing });
    } catch (error) {
      say(`FAIL ${name} crashed: ${error.stack}`);
      sum = { passed: 0, failed: 1, skipped: 0 };
    }
    for (const key of Object.keys(total)) total[key] += sum[key];
    say(
      `${name}: ${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped in ${Math.round((Date.now() - started) / 1000)} s`,
    );
  }
  for (const note of missing) say(`Skipped: ${note}`);
  if (process.env.CI === 'true' && total.skipped > 0) {
    say('With CI=true nothing may be skipped.');
    total.failed += 1;
  }
  say(
    `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exitCode = total.failed ? 1 : 0;
}

main().catch(error => {
  process.stderr.write(`${error.message}\n`);
  say('\n0 passed, 1 failed');
  process.exitCode = 1;
});
