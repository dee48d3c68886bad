import { Measure } from '../report/Measure';
import { Ask, p95 } from './p95s';

const spans = [10, 60];
const dayMs = 86_400_000;
const roundsOfOpenCost = 5;
const leastGain = 50;

/** The last closed days, as bounds that OpenCost does not move. */
function windowOf(days: number): string {
  const end = Math.floor(Date.now() / dayMs) * dayMs;
  const text = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
  return `${text(end - days * dayMs)},${text(end)}`;
}

function askOpenCost(baseUrl: string, days: number): Ask {
  const url = new URL('allocation', baseUrl);
  url.searchParams.set('window', windowOf(days));
  url.searchParams.set('step', '1d');
  url.searchParams.set(
    'aggregate',
    'label:modelyard_io_model,label:modelyard_io_model_version',
  );
  return async () => {
    const response = await fetch(url);
    const body: unknown = await response.json();
    const { data }: { data?: unknown } = Object(body);
    const sets = Array.isArray(data) ? data : [];
    const known = sets.filter(set => Object.keys(Object(set)).length > 0);
    if (known.length < days)
      throw new Error(
        `OpenCost has ${known.length} of ${days} days; it needs that many closed days of samples`,
      );
  };
}

/** The same question asked of a running OpenCost, about the models of its cluster. */
export async function measureOpenCost(
  baseUrl: string,
  database: string,
  ours: { ask: (days: number) => Ask; rounds: number },
): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const days of spans)
    measures.push({
      name: `${days} days of one model, ${database}, by OpenCost`,
      rival: `a running OpenCost, ${days} days`,
      ours: await p95(ours.rounds, ours.ask(days)),
      theirs: await p95(roundsOfOpenCost, askOpenCost(baseUrl, days)),
      goal: { atLeast: leastGain },
      note: `p95 of ${ours.rounds}, the slowest of ${roundsOfOpenCost} for OpenCost, which answers for the models of its own cluster`,
    });
  return measures;
}
