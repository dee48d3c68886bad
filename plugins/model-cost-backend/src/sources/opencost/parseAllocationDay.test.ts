import { readRecorded } from '../../__testUtils__/recordedDays';
import { parseAllocationDay } from './parseAllocationDay';
import { parseNodeCost } from './parseNodeCost';

const day = '2026-11-13';
const window = { start: `${day}T00:00:00Z`, end: '2026-11-14T00:00:00Z' };

function answerOf(rows: Record<string, unknown>) {
  return { code: 200, status: 'success', data: [rows] };
}

function row(labels: object, more: object = {}) {
  return {
    window,
    properties: { cluster: 'eu1', pod: 'p', labels },
    totalCost: 1,
    cpuCost: 1,
    ...more,
  };
}

describe('parseAllocationDay', () => {
  it('reads a recorded day, rows without labels too', () => {
    const rows = parseAllocationDay(readRecorded('odd/day3-none.json'), day);
    expect(rows).toHaveLength(26);
    expect(rows.filter(r => r.kind === 'unmounted')).toHaveLength(1);
    const fraud = rows.filter(
      r => r.labels.get('modelyard_io_model') === 'fraud-detector',
    );
    expect(fraud).toHaveLength(7);
    expect(fraud[0]).toMatchObject({
      kind: 'workload',
      cluster: 'modelyard-eu1',
    });
  });

  it('adds parts and adjustments up to the total of every row', () => {
    for (const r of parseAllocationDay(
      readRecorded('days/2026-11-03.json.gz'),
      '2026-11-03',
    )) {
      const parts = Object.values(r.costs).reduce((sum, cost) => sum + cost, 0);
      expect(Math.abs(parts - r.totalCost)).toBeLessThanOrEqual(2e-5);
    }
  });

  it('takes names as data', () => {
    const names = ['null', 'constructor', '__proto__', '007', 'T-001'];
    const text = names
      .map(
        name =>
          `"${name}":${JSON.stringify(row({ modelyard_io_model: name }, { properties: { pod: name, labels: { modelyard_io_model: name } } }))}`,
      )
      .join(',');
    const rows = parseAllocationDay(
      JSON.parse(`{"code":200,"data":[{${text}}]}`),
      day,
    );
    expect(rows.map(r => r.labels.get('modelyard_io_model')).sort()).toEqual(
      [...names].sort(),
    );
  });

  it('takes a part that is null for none, not a total', () => {
    const parsed = parseAllocationDay(
      answerOf({ a: row({}, { gpuCost: null, pvs: null }) }),
      day,
    );
    expect(parsed[0].costs.gpu).toBe(0);
    expect(() =>
      parseAllocationDay(answerOf({ a: row({}, { totalCost: null }) }), day),
    ).toThrow(/row a, field totalCost/);
  });

  it.each(['window-equal', 'window-future'])(
    'has no rows for a day without samples (%s)',
    name => {
      expect(parseAllocationDay(readRecorded(`odd/${name}.json`), day)).toEqual(
        [],
      );
    },
  );

  it.each([
    ['pods-query-failed-model-idle', day, /__unallocated__ names no pod/],
    ['day3-model', day, /aggregated/],
    ['window-future-step-idle', day, /holds 2 windows/],
    ['window-open-day', '2026-11-21', /before the day was over/],
    ['day3-none', '2026-11-12', /not of 2026-11-12/],
  ])('refuses %s as %s', (name, asDay, message) => {
    expect(() =>
      parseAllocationDay(readRecorded(`odd/${name}.json`), asDay),
    ).toThrow(message);
  });

  it('refuses a day on which only idle was seen', () => {
    const idle = { window, end: window.end, totalCost: 1, cpuCost: 1 };
    expect(() => parseAllocationDay(answerOf({ __idle__: idle }), day)).toThrow(
      /only idle/,
    );
  });

  it('refuses a row that comes twice', () => {
    expect(() =>
      parseAllocationDay(answerOf({ a: row({}), b: row({}) }), day),
    ).toThrow('rows a and b are of the same container; remove one of them');
  });

  it('takes an idle below zero, labels that collide and an empty set behind', () => {
    const idle = { window, end: window.end, totalCost: -1, cpuCost: -1 };
    const labels = { 'a.b': '1', 'a-b': '2', a_b: '3', n: null };
    const rows = parseAllocationDay(
      { code: 200, data: [{ a: row(labels), __idle__: idle }, {}] },
      day,
    );
    expect(rows.map(r => [r.kind, r.totalCost])).toEqual([
      ['workload', 1],
      ['idle', -1],
    ]);
    expect(rows[0].labels.get('a_b')).toBe('3');
    expect(rows[0].labels.has('n')).toBe(false);
  });

  it('refuses windows that are the text null', () => {
    const open = { window: { start: 'null', end: 'null' } };
    expect(() =>
      parseAllocationDay(answerOf({ a: row({}, open) }), day),
    ).toThrow('row a is of null to null, not of 2026-11-13 in UTC');
  });

  it('reads what is known beside cost, and leaves out what is not', () => {
    const [old, recent, unknown] = parseAllocationDay(
      answerOf({
        old: row(
          {},
          {
            properties: { pod: 'a' },
            minutes: 720,
            cpuCoreHours: 12,
            cpuCoreUsageAverage: 0.25,
            ramByteHours: 2 ** 31,
            ramByteUsageAverage: 2 ** 30,
            gpuHours: 12,
            gpuRequestAverage: 0.25,
            gpuUsageAverage: 0,
            pvByteHours: 0,
            networkTransferBytes: 2 ** 30,
            networkReceiveBytes: null,
          },
        ),
        recent: row(
          {},
          {
            properties: { pod: 'b' },
            gpuHours: 10,
            gpuAllocation: {
              gpuModel: 'NVIDIA-A100-MIG-1g',
              isGPUShared: false,
              gpuUsageAverage: 0.5,
              gpuRequestAverage: 1,
            },
          },
        ),
        unknown: row({}, { properties: { pod: 'c' }, cpuCoreHours: null }),
      }),
      day,
    );
    expect(old).toMatchObject({
      gpuSharing: 'shared',
      quantities: {
        cpuCoreHours: 12,
        cpuCoreHoursUsed: 6,
        ramGibHours: 2,
        ramGibHoursUsed: 12,
        gpuHours: 12,
        gpuHoursUsed: undefined,
        storageGibHours: 0,
        networkGib: 1,
      },
    });
    expect(recent.gpuSharing).toBe('mig');
    expect(recent.quantities?.gpuHoursUsed).toBe(5);
    expect(Object.values(unknown.quantities ?? {})).toEqual(
      Object.values(unknown.quantities ?? {}).map(() => undefined),
    );
  });

  it('does not repeat what a failing server says', () => {
    const failed = { code: 500, data: null, message: 'Post http://10.0.0.1' };
    expect(() => parseAllocationDay(failed, day)).toThrow(/code 500\)$/);
    expect(() => parseAllocationDay('nonsense', day)).toThrow(
      'not an OpenCost /allocation answer',
    );
  });
});

describe('parseNodeCost', () => {
  it('adds up the nodes alone', () => {
    const assets = readRecorded('days/assets-2026-11-04.json.gz');
    expect(parseNodeCost(assets)).toBeCloseTo(334.31, 2);
    expect(parseNodeCost({ data: [{}] })).toBeUndefined();
    expect(() => parseNodeCost({ code: 500 })).toThrow('/assets');
  });
});
