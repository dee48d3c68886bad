import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import {
  commitByFastImport,
  commitByHand,
  commitByPlumbing,
  git,
  writeFolder,
} from './bareGit';
import { serviceInputOf } from './serviceInput';
import { BackendApart } from './startBackendApart';
import { runTemplate } from './templateRun';
import { timeOf } from './timeOf';

const warmUpRounds = 2;
const runsPerRound = 3;
const atOnce = 20;

/** What a round took, in milliseconds. */
interface Round {
  run: number;
  plumbing: number;
  fastImport: number;
  byHand: number;
}

async function assertOneCommit(
  repository: string,
  files: PlanAnswer['files'],
): Promise<void> {
  const at = `--git-dir=${repository}`;
  const commits = await git([at, 'rev-list', '--count', '--all']);
  const paths = await git([at, 'ls-tree', '-r', '--name-only', 'main']);
  if (commits === '1' && paths.split('\n').length === files.length) return;
  throw new Error(`${repository} has ${commits} commits, of ${paths}`);
}

async function measureRound(
  backend: BackendApart,
  name: string,
  directory: string,
): Promise<Round> {
  const input = serviceInputOf(name);
  const { files } = await backend.delivery.createPlan(
    serviceInputOf(`${name}-shown`),
    { token: backend.token },
  );
  const folder = join(directory, name);
  await writeFolder(folder, files);
  const places = ['plumbing', 'fast-import', 'hand'].map(by =>
    join(directory, `${name}-${by}.git`),
  );
  const [plumbing, fastImport, hand] = places;
  const round = {
    run: await timeOf(() => runTemplate(backend, input)),
    plumbing: await timeOf(() => commitByPlumbing(plumbing, { folder, files })),
    fastImport: await timeOf(() => commitByFastImport(fastImport, files)),
    byHand: await timeOf(() => commitByHand(hand, folder)),
  };
  const ours = join(backend.gitDirectory, `${name}-gitops.git`);
  for (const repository of [ours, ...places])
    await assertOneCommit(repository, files);
  return round;
}

/**
 * Runs the template for many services at once, and counts what is there then.
 *
 * @returns milliseconds
 */
async function measureAtOnce(
  backend: BackendApart,
  prefix: string,
): Promise<number> {
  const inputs = Array.from({ length: atOnce }, (_, n) =>
    serviceInputOf(`${prefix}-${n}`),
  );
  const took = await timeOf(() =>
    Promise.all(inputs.map(input => runTemplate(backend, input))),
  );
  const { totalItems, items } = await backend.delivery.listServices(
    { q: `${prefix}-`, limit: 2 * atOnce },
    { token: backend.token },
  );
  for (const { repository } of items) {
    const path = join(backend.gitDirectory, `${repository}.git`);
    const commits = await git([
      `--git-dir=${path}`,
      'rev-list',
      '--count',
      '--all',
    ]);
    if (commits !== '1')
      throw new Error(`${repository} has ${commits} commits`);
  }
  const names = new Set(items.map(({ repository }) => repository));
  if (totalItems !== atOnce || names.size !== atOnce)
    throw new Error(`${atOnce} runs made ${totalItems} services`);
  return took;
}

/** Runs one after the other, then twenty at once. */
async function measureInTurn(
  backend: BackendApart,
  round: string,
  directory: string,
): Promise<{ alone: Round[]; together: number }> {
  const alone: Round[] = [];
  for (let n = 0; n < runsPerRound; n += 1)
    alone.push(await measureRound(backend, `${round}-alone-${n}`, directory));
  return { alone, together: await measureAtOnce(backend, `${round}-together`) };
}

/**
 * The template `inference-service`, from the request until its task is completed,
 * against what it needs of Git; and twenty of those at once against one.
 */
export async function measureRuns(
  backend: BackendApart,
  rounds: number,
): Promise<Measure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'modelyard-git-'));
  const measured: Round[] = [];
  const many: number[] = [];
  try {
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      const name = `run-${round + warmUpRounds}`;
      const took = await measureInTurn(backend, name, directory);
      if (round < 0) continue;
      measured.push(...took.alone);
      many.push(took.together);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  const of = (key: keyof Round) => median(measured.map(round => round[key]));
  const times = (key: keyof Round) =>
    `${of(key).toFixed(0)} ms (${(of('run') / of(key)).toFixed(1)}×)`;
  return [
    {
      name: 'template run, one repository in three environments',
      rival:
        'init, hash-object, update-index, write-tree, commit-tree, update-ref',
      ours: of('run'),
      theirs: of('plumbing'),
      goal: { atMost: 5 },
      note: `median of ${measured.length}, until the scaffolder has stored that the task is completed; its page hears of that up to a second later; with fast-import Git takes ${times('fastImport')}, with a working copy and a push ${times('byHand')}`,
    },
    {
      name: `${atOnce} template runs at once`,
      rival: 'one',
      ours: median(many),
      theirs: of('run'),
      goal: { atMost: 12 },
      note: `median of ${many.length}, in turn with runs alone; ${atOnce} repositories with one commit each and ${atOnce} services each time`,
    },
  ];
}
