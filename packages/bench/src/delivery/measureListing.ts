import { join } from 'node:path';
import { Measure } from '../report/Measure';
import { median } from '../report/median';
import { p95s } from '../cost/p95s';
import { BackendApart } from './startBackendApart';
import { commitByFastImport } from './bareGit';
import { serviceInputOf } from './serviceInput';
import { timeOf } from './timeOf';

/** As `ServicesPage` asks. */
const pageSize = 25;
const few = 10;
const many = 1000;
const roundsOfIndex = 3;

/** Repositories as the planner writes them, put beside each other and indexed. */
async function fill(backend: BackendApart, count: number): Promise<number> {
  const { delivery, token, gitDirectory } = backend;
  const name = 'listed-0000';
  const plan = await delivery.createPlan(serviceInputOf(name), { token });
  for (let nth = 0; nth < count; nth += 1) {
    const own = `listed-${String(nth).padStart(4, '0')}`;
    await commitByFastImport(
      join(gitDirectory, `${own}-gitops.git`),
      plan.files.map(file => ({
        ...file,
        content: file.content.replaceAll(name, own),
      })),
    );
  }
  let indexed = 0;
  const first = await timeOf(async () => {
    const { services, problems } = await delivery.reindex({ token });
    if (problems.length > 0) throw new Error(problems[0].message);
    indexed = services;
  });
  if (indexed !== count) throw new Error(`${indexed} services are indexed`);
  return first;
}

function ask({ delivery, token }: BackendApart, count: number) {
  return async () => {
    const query = { limit: pageSize };
    const { totalItems, items } = await delivery.listServices(query, { token });
    if (totalItems !== count || items.length !== Math.min(count, pageSize))
      throw new Error(`${totalItems} of ${count} services are listed`);
  };
}

/**
 * The page of services as the portal asks for it, of a thousand repositories against
 * ten, asked in turn. What the index takes that makes it so quick is in the note.
 */
export async function measureListing(
  { small, large }: { small: BackendApart; large: BackendApart },
  rounds: number,
): Promise<Measure> {
  await fill(small, few);
  const first = await fill(large, many);
  const again: number[] = [];
  for (let round = 0; round < roundsOfIndex; round += 1)
    again.push(
      await timeOf(() => large.delivery.reindex({ token: large.token })),
    );
  const [ours, theirs] = await p95s(rounds, [
    ask(large, many),
    ask(small, few),
  ]);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  return {
    name: `page of services, ${many} repositories`,
    rival: `${few} repositories`,
    ours,
    theirs,
    goal: { atMost: 1.5 },
    note: `p95 of ${rounds}, ${pageSize} services against ${few}; the index of all repositories takes ${seconds(first)} from nothing and ${seconds(median(again))} when none has moved`,
  };
}
