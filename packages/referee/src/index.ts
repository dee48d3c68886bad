import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    say(`\n${text}`);
    writeFileSync(options.write, text);
    return differencesIn(findings).length ? 1 : 0;
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
