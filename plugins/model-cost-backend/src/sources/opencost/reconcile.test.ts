import { SourceAllocation } from '@modelyard/plugin-model-cost-node';
import { contextOf } from '../../__testUtils__/rollers';
import { readRecorded } from '../../__testUtils__/recordedDays';
import { bookDay } from '../../domain/bookDay';
import { Dimension } from '../../domain/attribution';
import { RolledRow, rollUpDay } from '../../domain/rollUp/rollUpDay';
import { parseAllocationDay } from './parseAllocationDay';

interface Row {
  totalCost: number;
}
interface Answer {
  data: Record<string, Row>[];
}

/** OpenCost prints five decimals of each row it adds up, and of each sum. */
const printed = 5e-6;

const firstDay = 11;
const dayName = (index: number) => `2026-11-${firstDay + index}`;

function recorded(name: string): Answer {
  return Object(readRecorded(`odd/${name}.json.gz`));
}

function roll(allocations: SourceAllocation[], day: string) {
  const booked = bookDay({ day, allocations }, 'USD');
  if (booked.state !== 'ok' || !booked.totals) throw new Error('not booked');
  const { totals, workloads } = booked;
  return rollUpDay(
    { sourceId: 'a', day, currency: 'USD', totals, workloads },
    contextOf(),
  );
}

function sumBy(rows: RolledRow[], ...by: Dimension[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { attribution, amounts } of rows) {
    const key = by
      .map(name => attribution[name] ?? '__unallocated__')
      .join('/');
    sums.set(key, (sums.get(key) ?? 0) + amounts.total);
  }
  return sums;
}

/** Compares what is booked with what the real server added up itself. */
function expectAgreement(
  ours: Map<string, number>,
  theirs: Record<string, Row>,
  rows: number,
): void {
  const named = Object.entries(theirs).filter(
    ([key]) => !/^__(unallocated|idle|unmounted)__/.test(key),
  );
  expect([...ours.keys()].sort()).toEqual(named.map(([key]) => key).sort());
  for (const [key, { totalCost }] of named) {
    const difference = Math.abs((ours.get(key) ?? 0) / 1e6 - totalCost);
    expect(difference).toBeLessThanOrEqual(printed * (rows + 1));
  }
}

describe('recorded days of OpenCost 1.112', () => {
  const day = '2026-11-13';
  const rows = parseAllocationDay(readRecorded('odd/day3-none.json'), day);
  const rolled = roll(rows, day);

  it.each<[string, Dimension[]]>([
    ['day3-model-version', ['model', 'version']],
  ])('agree with %s of the server to its last digit', (name, by) => {
    const [theirs] = recorded(name).data;
    expectAgreement(sumBy(rolled.rows, ...by), theirs, 8);
  });

  it.each(['day3-tenant', 'day3-owner', 'day3-model-idle'])(
    'have the total of %s',
    name => {
      const [theirs] = recorded(name).data;
      const total = Object.entries(theirs)
        .filter(([key]) => key !== '__idle__')
        .reduce((sum, [, row]) => sum + row.totalCost, 0);
      const ours = rolled.totals.total / 1e6;
      expect(Math.abs(ours - total)).toBeLessThanOrEqual(
        printed * (rows.length + Object.keys(theirs).length),
      );
    },
  );

  it('agree per model, version and day over three days', () => {
    const days = recorded('three-step-rows').data;
    const theirs = recorded('ten-step-model-version').data;
    expect(days).toHaveLength(3);
    days.forEach((set, index) => {
      const name = dayName(3 + index);
      const parsed = parseAllocationDay({ code: 200, data: [set] }, name);
      const { rows: ours } = roll(parsed, name);
      expectAgreement(
        sumBy(ours, 'model', 'version'),
        theirs[3 + index],
        parsed.length,
      );
    });
  });

  it('do not depend on the service a pod is charged to', () => {
    const document: { data: Record<string, { properties: object }>[] } = Object(
      readRecorded('odd/day3-none.json'),
    );
    const flipped = structuredClone(document);
    for (const row of Object.values(flipped.data[0]))
      Object.assign(row.properties, { services: ['another'] });
    const digestOf = (answer: unknown) => {
      const allocations = parseAllocationDay(answer, day);
      const booked = bookDay({ day, allocations }, 'USD');
      return booked.state === 'ok' && booked.digest;
    };
    expect(digestOf(flipped)).toBe(digestOf(document));
  });

  it('charge no label of the namespace to a model', () => {
    const attributed = new Set(
      rolled.rows.map(({ attribution }) => attribution.model),
    );
    expect(rows.every(row => row.namespaceLabels)).toBe(true);
    const withCentre = rows.filter(row => row.labels.has('cost_centre'));
    expect(withCentre.every(r => r.namespaceLabels?.has('cost_centre'))).toBe(
      true,
    );
    expect(attributed).toEqual(
      new Set([
        'churn-predictor',
        'fraud-detector',
        'recsys-ranker',
        'text-embedder',
      ]),
    );
  });
});
