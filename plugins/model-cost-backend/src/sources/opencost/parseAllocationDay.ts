import { SourceAllocation } from '@modelyard/plugin-model-cost-node';
import { z } from 'zod';
import { addDays, Day } from '../../domain/days';
import { keyedObject } from './keyedObject';
import { parseAllocation, ParsedAllocation } from './parseAllocation';

const answer = z.object({
  code: z.number().nullish(),
  data: z.array(keyedObject.nullable()).nullable(),
});

/** An idle row of a closed day runs to midnight, give or take a sample. */
const closedWithinMinutes = 15;

function assertWindow(rows: ParsedAllocation[], day: Day): void {
  const [start, end] = [day, addDays(day, 1)].map(d => `${d}T00:00:00Z`);
  for (const { allocation, window } of rows) {
    if (window.start !== start || window.end !== end)
      throw new Error(
        `row ${allocation.name} is of ${window.start} to ${window.end}, not of ${day} in UTC; ask for window=${start},${end}`,
      );
  }
}

function assertClosed(rows: ParsedAllocation[]): void {
  const idle = rows.find(row => row.allocation.kind === 'idle');
  if (!idle?.end) return;
  const missing = Date.parse(idle.window.end) - Date.parse(idle.end);
  if (missing > closedWithinMinutes * 60_000)
    throw new Error(
      `recorded before the day was over: samples end at ${idle.end}; read the day again`,
    );
}

function assertWorkloads(rows: ParsedAllocation[]): void {
  const workloads = rows.filter(row => row.allocation.kind === 'workload');
  if (!workloads.length)
    throw new Error(
      'only idle and no workload: OpenCost answers so when its query for running pods fails; read the day again',
    );
  const aggregated = workloads.find(row => !row.pod);
  if (aggregated)
    throw new Error(
      `row ${aggregated.allocation.name} names no pod: the answer is aggregated; ask without \`aggregate\``,
    );
}

/** A row that comes twice would be charged twice. */
function assertOnce(rows: ParsedAllocation[]): void {
  const seen = new Map<string, string>();
  for (const { identity, pod, allocation } of rows) {
    if (!pod || allocation.kind !== 'workload') continue;
    const first = seen.get(identity);
    if (first !== undefined)
      throw new Error(
        `rows ${first} and ${allocation.name} are of the same container; remove one of them`,
      );
    seen.set(identity, allocation.name);
  }
}

/** Empty sets behind the first are days that have not begun. */
function oneSet(data: (Record<string, unknown> | null)[]) {
  const [first, ...others] = data;
  const isAlone = others.every(set => !Object.keys(set ?? {}).length);
  if (others.length && !(isAlone && Object.keys(first ?? {}).length))
    throw new Error(
      `holds ${data.length} windows instead of one; ask day by day, without \`step\``,
    );
  return first ?? {};
}

/**
 * Reads one OpenCost `/allocation` answer that holds one closed day, not
 * aggregated. A day without samples gives no rows.
 *
 * Throws when the answer is an error, holds something else than this day, or
 * can't be believed. The message never repeats what OpenCost says, as that may
 * hold inner addresses.
 */
export function parseAllocationDay(
  document: unknown,
  day: Day,
): SourceAllocation[] {
  const parsed = answer.safeParse(document);
  if (!parsed.success) throw new Error('not an OpenCost /allocation answer');
  const { data } = parsed.data;
  const code = parsed.data.code ?? 200;
  if (code !== 200 || !data)
    throw new Error(`OpenCost answered with an error (code ${code})`);
  const rows = Object.entries(oneSet(data)).map(([key, raw]) =>
    parseAllocation(key, raw),
  );
  if (!rows.length) return [];
  assertWindow(rows, day);
  assertClosed(rows);
  assertWorkloads(rows);
  assertOnce(rows);
  return rows.map(row => row.allocation);
}
