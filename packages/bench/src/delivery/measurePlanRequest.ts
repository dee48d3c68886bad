import {
  Plan,
  plan,
  PlanAnswer,
} from '@modelyard/plugin-model-delivery-common';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { timeOf } from './timeOf';
import { ReadContext, readSettledContext } from './readContext';
import { serviceInputOf } from './serviceInput';
import { BackendApart } from './startBackendApart';

const warmUpRounds = 15;

/** What other plugins say of a version, each asked as delivery asks. */
async function readNeighbours(backend: BackendApart): Promise<void> {
  const version = 'models/default/credit-risk/versions/7';
  const { environments } = serviceInputOf('any');
  const places = environments.map(({ name }) => `environment=${name}`);
  for (const path of [
    'catalog/entities/by-name/group/default/risk-ml',
    'model-catalog/models/default/credit-risk',
    `model-catalog/${version}`,
    `model-scorecard/${version}/scorecards?${places.join('&')}`,
  ])
    await (await backend.get(path)).arrayBuffer();
}

/** What one question took in milliseconds, and what it was about. */
interface Round {
  ours: number;
  theirs: number;
  again: number;
  others: number;
  files: number;
}

async function measureRound(
  backend: BackendApart,
  context: ReadContext,
  name: string,
): Promise<Round> {
  const { delivery, token } = backend;
  const input = serviceInputOf(name);
  let answer: PlanAnswer | undefined;
  const ask = async () => {
    answer = await delivery.createPlan(input, { token });
  };
  const ours = await timeOf(ask);
  const repositoryUrl = answer?.cloneUrl ?? '';
  let planned: Plan | undefined;
  const theirs = await timeOf(() => {
    planned = plan(input, { ...context, repositoryUrl });
  });
  if (!planned || planned.digest !== answer?.digest)
    throw new Error('The backend and the planner plan different files');
  return {
    ours,
    theirs,
    again: await timeOf(ask),
    others: await timeOf(() => readNeighbours(backend)),
    files: planned.files.length,
  };
}

/**
 * `POST /plans` of a service nobody has planned before, against `plan` of the same
 * input on a context that was read beforehand, asked in turn. Nearly all texts hold
 * the service's name, so that each is scanned for secrets; the note says how long
 * the same plan takes when it is asked for once more, and what other plugins take
 * when they are asked: their answers are kept for as long as somebody goes on with a
 * form.
 */
export async function measurePlanRequest(
  backend: BackendApart,
  rounds: number,
): Promise<Measure> {
  const context = await readSettledContext(backend, serviceInputOf('any'));
  const measured: Round[] = [];
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const name = `planned-${round + warmUpRounds}`;
    const took = await measureRound(backend, context, name);
    if (round >= 0) measured.push(took);
  }
  const of = (key: keyof Round) => median(measured.map(round => round[key]));
  return {
    name: `POST /plans, ${of('files')} files`,
    rival: 'plan of the same, its context already read',
    ours: of('ours'),
    theirs: of('theirs'),
    goal: { atMost: 3 },
    note: `median of ${rounds}; every text scanned for secrets, with real auth, catalog, model catalog and scorecard; asked for again, with its texts known to be clean, ${of('again').toFixed(0)} ms; what those other plugins said is kept for five seconds; asked for alone it takes ${of('others').toFixed(0)} ms`,
  };
}
