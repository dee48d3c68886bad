import { plan, PlanAnswer } from '@modelyard/plugin-model-delivery-common';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { timeOf } from './timeOf';
import { readSettledContext } from './readContext';
import { serviceInputOf } from './serviceInput';
import { BackendApart } from './startBackendApart';

const warmUpRounds = 15;

/** The parts of the context that other plugins answer, each asked as delivery asks. */
const neighbours = [
  'catalog/entities/by-name/group/default/risk-ml',
  'model-catalog/models/default/credit-risk',
  'model-catalog/models/default/credit-risk/versions/7',
];

async function readNeighbours(backend: BackendApart): Promise<void> {
  const { environments } = serviceInputOf('any');
  const read = async (path: string) => (await backend.get(path)).arrayBuffer();
  for (const path of neighbours) await read(path);
  await Promise.all(
    environments.map(({ name }) =>
      read(
        `model-scorecard/models/default/credit-risk/versions/7/scorecard?environment=${name}`,
      ),
    ),
  );
}

/**
 * `POST /plans` of a service nobody has planned before, against `plan` of the same
 * input on a context that was read beforehand, asked in turn. Nearly all texts hold
 * the service's name, so that each is scanned for secrets; the note says how long
 * the same plan takes when it is asked for once more, and what other plugins take
 * of it.
 */
export async function measurePlanRequest(
  backend: BackendApart,
  rounds: number,
): Promise<Measure> {
  const { delivery, token } = backend;
  const context = await readSettledContext(backend, serviceInputOf('any'));
  const took = {
    ours: [] as number[],
    theirs: [] as number[],
    again: [] as number[],
    others: [] as number[],
  };
  let files = 0;
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    const input = serviceInputOf(`planned-${round + warmUpRounds}`);
    let answer: PlanAnswer | undefined;
    const ask = async () => {
      answer = await delivery.createPlan(input, { token });
    };
    const ours = await timeOf(ask);
    const repositoryUrl = answer?.cloneUrl ?? '';
    let digest = '';
    const theirs = await timeOf(() => {
      digest = plan(input, { ...context, repositoryUrl }).digest;
    });
    if (digest !== answer?.digest)
      throw new Error('The backend and the planner plan different files');
    const again = await timeOf(ask);
    const others = await timeOf(() => readNeighbours(backend));
    if (round < 0) continue;
    files = answer.files.length;
    took.ours.push(ours);
    took.theirs.push(theirs);
    took.again.push(again);
    took.others.push(others);
  }
  const ms = (values: number[]) => `${median(values).toFixed(0)} ms`;
  return {
    name: `POST /plans, ${files} files`,
    rival: 'plan of the same, its context already read',
    ours: median(took.ours),
    theirs: median(took.theirs),
    goal: { atMost: 3 },
    note: `median of ${rounds}; every text scanned for secrets, with real auth, catalog, model catalog and scorecard; asked for again, with its texts known to be clean, ${ms(took.again)}; what those other plugins answer takes ${ms(took.others)} when it is asked for alone`,
  };
}
