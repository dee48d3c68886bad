import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { checkGitea } from './gitea/checkGitea';
import { readOptions } from './options';
import { toolPath } from './planner';
import { judgeOnCluster } from './policies/judgeOnCluster';
import { planSample } from './policies/planned';
import { differencesIn } from './report/differencesIn';
import { Findings } from './report/Findings';
import { formatReport } from './report/formatReport';
import { readProgramVersions, readToolVersions } from './report/readVersions';
import { ensurePrograms } from './tools/servers';

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says how it went and returns the exit code. */
function announce(differences: readonly string[], file: string): number {
  for (const difference of differences) say(`DIFFERS ${difference}`);
  const count = differences.length || 'nothing';
  say(`${count} differs, see ${file}`);
  return differences.length ? 1 : 0;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  process.env.PATH = toolPath;
  // Before the long builds: what is missing is said at once.
  const tools = await readToolVersions();
  const programs = await ensurePrograms(say);
  const versions = { ...(await readProgramVersions(programs)), ...tools };
  const started = new Date();
  const folder = mkdtempSync(join(tmpdir(), 'referee-'));
  try {
    say('planning');
    const sample = await planSample(options.plansPerRuntime);
    const judged = await judgeOnCluster(programs, sample, folder, say);
    say('Gitea');
    mkdirSync(join(folder, 'git'));
    const gitea = await checkGitea(programs.gitea, join(folder, 'git'));
    const findings: Findings = {
      started,
      seconds: (Date.now() - started.getTime()) / 1000,
      versions,
      sample,
      gitea,
      ...judged,
    };
    const text = formatReport(findings);
    writeFileSync(options.write, await format(text, { parser: 'markdown' }));
    return announce(differencesIn(findings), options.write);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  code => {
    process.exitCode = code;
  },
  error => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = 1;
  },
);
