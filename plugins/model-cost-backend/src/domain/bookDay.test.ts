import { SourceDay } from '@modelyard/plugin-model-cost-node';
import { parseAllocationDay } from '../sources/opencost/parseAllocationDay';
import { parseNodeCost } from '../sources/opencost/parseNodeCost';
import { readRecorded } from '../__testUtils__/recordedDays';
import { allocation, modelPod } from '../__testUtils__/sourceDays';
import { bookDay } from './bookDay';

const day = '2026-11-03';

function booked(rows: ReturnType<typeof allocation>[], nodeCost?: number) {
  const result = bookDay({ day, allocations: rows, nodeCost }, 'USD');
  if (result.state !== 'ok') throw new Error(result.message);
  const { totals } = result;
  if (!totals) throw new Error('a day of cost has totals');
  return { ...result, totals };
}

function recorded() {
  return booked(
    parseAllocationDay(readRecorded('days/2026-11-03.json.gz'), day),
    parseNodeCost(readRecorded('days/assets-2026-11-03.json.gz')),
  );
}

describe('bookDay', () => {
  it('books every micro of a recorded day once', () => {
    const { totals, workloads } = recorded();
    const sum = workloads.reduce((s, w) => s + w.amounts.total, 0);
    expect(sum).toBe(totals.total);
    for (const { amounts } of workloads) {
      const { total, ...parts } = amounts;
      expect(Object.values(parts).reduce((s, v) => s + v, 0)).toBe(total);
    }
  });

  it('agrees with what the source bills for nodes', () => {
    const { totals } = recorded();
    expect(Math.abs(totals.compute - (totals.nodes ?? 0))).toBeLessThan(100);
  });

  it('adds up the pods of a workload and keeps idle and unmounted apart', () => {
    const result = booked([
      allocation(modelPod('m', '1'), 1),
      allocation(modelPod('m', '1'), 2),
      allocation({}, 4),
      allocation({ 'modelyard.io/model': 'm' }, 8, { kind: 'unmounted' }),
      allocation({ 'modelyard.io/model': 'm' }, 16, { kind: 'idle' }),
    ]);
    expect(result.workloads).toHaveLength(4);
    expect(result.totals).toEqual({
      idle: 16e6,
      total: 31e6,
      compute: 31e6,
      workloads: 2,
    });
  });

  it('shows what a total says beyond its rounded parts', () => {
    const [workload] = booked([
      allocation({}, 1, { totalCost: 1.00001 }),
    ]).workloads;
    expect(workload.amounts).toMatchObject({
      cpu: 1000000,
      rounding: 10,
      total: 1000010,
    });
  });

  it('refuses a total that its parts do not explain, and no number', () => {
    expect(() => booked([allocation({}, 1, { totalCost: 2 })])).toThrow(
      /says 2 in total, but its parts add up to 1/,
    );
    expect(() => booked([allocation({}, NaN)])).toThrow('NaN is no amount');
  });

  it('has one digest whatever the order of the rows', () => {
    const rows = [
      allocation(modelPod('a', '1'), 1),
      allocation(modelPod('b', '1'), 2),
    ];
    expect(booked([...rows].reverse()).digest).toBe(booked(rows).digest);
    expect(booked(rows.slice(1)).digest).not.toBe(booked(rows).digest);
  });

  it('has one digest whichever row of a workload tells a quantity first', () => {
    const pod = modelPod('a', '1');
    const rows = [
      allocation(pod, 1, { quantities: { ramGibHours: 8 } }),
      allocation(pod, 1, { quantities: { cpuCoreHours: 2 } }),
    ];
    expect(booked([...rows].reverse()).digest).toBe(booked(rows).digest);
  });

  it('has another digest for whatever else is booked', () => {
    const digestOf = (source: Partial<SourceDay>, currency = 'USD') => {
      const allocations = [allocation(modelPod('a', '1'), 1)];
      const booking = bookDay({ day, allocations, ...source }, currency);
      return booking.state === 'ok' ? booking.digest : booking.message;
    };
    const labels = new Map([['modelyard.io/model', 'a']]);
    const usage = (requests: number) => [{ name: 'a', labels, requests }];
    const quantities = { cpuCoreHours: 2 };
    const digests = [
      digestOf({}),
      digestOf({}, 'EUR'),
      digestOf({ nodeCost: 2 }),
      digestOf({ usage: [] }),
      digestOf({ usage: usage(1) }),
      digestOf({ usage: usage(2) }),
      digestOf({
        allocations: [allocation(modelPod('a', '1'), 1, { quantities })],
      }),
      digestOf({ allocations: [allocation(modelPod('a', '2'), 1)] }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('takes a day without rows for missing, not for zero', () => {
    expect(bookDay({ day, allocations: [] }, 'USD')).toMatchObject({
      state: 'missing',
    });
  });

  it('refuses a label that can not be one', () => {
    const label = { 'modelyard.io/model': 'x'.repeat(300) };
    expect(() => booked([allocation(label, 1)])).toThrow(/longer than 255/);
  });

  it('charges no model by a label that may be the namespace’s', () => {
    const labels = { ...modelPod('m', '1'), modelyard_io_owner: 'team-a' };
    const [workload] = booked([
      allocation(labels, 1, {
        namespaceLabels: new Map([
          ['modelyard.io/model', 'm'],
          ['modelyard_io_owner', 'team-a'],
        ]),
      }),
    ]).workloads;
    expect(workload.attribution).toEqual({
      version: '1',
      environment: 'prod',
      owner: 'team-a',
    });
  });

  it('adds up what is known beside cost, and says over how much', () => {
    const [workload] = booked([
      allocation(modelPod('m', '1'), 4, {
        quantities: {
          cpuCoreHours: 10,
          cpuCoreHoursUsed: 2.5,
          gpuHours: 24,
          gpuHoursUsed: 6,
        },
      }),
      allocation(modelPod('m', '1'), 1, {
        quantities: { cpuCoreHours: 2, gpuHours: 24 },
        gpuSharing: 'mig',
      }),
    ]).workloads;
    expect(workload.measures).toEqual({
      cpuCoreHours: 12e6,
      gpuHours: 48e6,
      gpuHoursUsed: 6e6,
      gpuHoursMeasured: 24e6,
      measured: 4e6,
      unused: 3e6,
      gpuApproximate: 0,
    });
  });
});
