import fc from 'fast-check';
import {
  AllocationKind,
  SourceAllocation,
} from '@modelyard/plugin-model-cost-node';
import { contextOf } from '../../__testUtils__/rollers';
import { allocation, modelPod } from '../../__testUtils__/sourceDays';
import { bookDay } from '../bookDay';
import { toFraction } from './rates';
import { rollUpDay, RollUpContext } from './rollUpDay';

const day = '2026-11-03';

function roll(
  allocations: SourceAllocation[],
  options: Partial<RollUpContext> & { sourceCurrency?: string } = {},
) {
  const { sourceCurrency = 'USD', ...context } = options;
  const booked = bookDay({ day, allocations, nodeCost: 7 }, sourceCurrency);
  if (booked.state !== 'ok' || !booked.totals) throw new Error('not booked');
  const { totals, workloads } = booked;
  return rollUpDay(
    { sourceId: 'a', day, currency: sourceCurrency, totals, workloads },
    contextOf(context),
  );
}

const gateway = () =>
  allocation({}, 3, { namespace: 'istio-system', controller: 'gateway' });
const pools = [{ name: 'mesh', match: [{ namespace: 'istio-*' }] }];
const idle = (cost: number, cluster = 'eu1') =>
  allocation({}, cost, { kind: 'idle', cluster });

describe('rollUpDay', () => {
  it('keeps idle, shared pools and unmounted volumes apart', () => {
    const { totals, unlabelled } = roll(
      [
        allocation(modelPod('m', '1'), 10),
        gateway(),
        idle(4),
        allocation({}, 1, { kind: 'unmounted' }),
        allocation({}, 2, { controller: 'debug-shell' }),
      ],
      { pools },
    );
    expect(totals).toMatchObject({
      attributed: 10e6,
      unattributed: 6e6,
      unmounted: 1e6,
      shared: 3e6,
      idle: 4e6,
      total: 20e6,
    });
    expect(
      unlabelled.map(row => [row.kind, row.controller, row.pool]).sort(),
    ).toEqual([
      ['shared', 'gateway', 'mesh'],
      ['unmounted', 'server', undefined],
      ['workload', 'debug-shell', undefined],
    ]);
  });

  it('has idle borne by what ran in its cluster, and pools by all others', () => {
    const { totals, rows } = roll(
      [
        allocation(modelPod('m', '1'), 6),
        allocation(modelPod('n', '1'), 2, { cluster: 'us1' }),
        gateway(),
        idle(3),
        idle(1, 'us1'),
      ],
      { pools, allocation: { idle: 'proportional', shared: 'proportional' } },
    );
    const of = (model: string) =>
      rows.find(row => row.attribution.model === model)?.amounts;
    // eu1: 3 of idle over 6 + 3; the pool then costs 4, over 6 + 2 of the models.
    expect(of('m')).toMatchObject({ cpu: 6e6, idle: 2e6, shared: 3e6 });
    expect(of('n')).toMatchObject({ cpu: 2e6, idle: 1e6, shared: 1e6 });
    expect(totals).toMatchObject({
      attributed: 15e6,
      unattributed: 0,
      idle: 0,
      shared: 0,
      total: 15e6,
    });
  });

  it('leaves idle where nobody can bear it', () => {
    const { totals } = roll([idle(3)], {
      allocation: { idle: 'proportional', shared: 'proportional' },
    });
    expect(totals).toMatchObject({ idle: 3e6, total: 3e6 });
  });

  it('lets rules say what labels leave out, from a day to a day', () => {
    const rule = {
      match: { controller: 'debug-*' },
      set: { model: 'm', owner: 'team-b' },
    };
    const rows = [
      allocation({ 'modelyard.io/owner': 'team-a' }, 2, {
        controller: 'debug-shell',
      }),
    ];
    const [row] = roll(rows, { rules: [rule] }).rows;
    expect(row.attribution).toEqual({ model: 'm', owner: 'team-a' });
    for (const dates of [
      { from: '2026-11-04' },
      { until: '2026-11-02' },
      { source: 'b' },
    ])
      expect(roll(rows, { rules: [{ ...rule, ...dates }] }).rows).toEqual([]);
    const dated = { ...rule, from: day, until: day, source: 'a' };
    expect(roll(rows, { rules: [dated] }).rows).toHaveLength(1);
  });

  it('inherits what the Component said on that day', () => {
    const rows = [allocation({ 'modelyard.io/service': 'api' }, 2)];
    const facts = (owner: string, from?: string) => ({
      service: 'api',
      from,
      model: 'm',
      owner,
    });
    const services = new Map([
      ['api', [facts('new', '2026-11-04'), facts('old')]],
    ]);
    expect(roll(rows, { services }).rows[0].attribution).toMatchObject({
      model: 'm',
      owner: 'old',
      service: 'api',
    });
  });

  it('gives a training run to the version it produced', () => {
    const labels = {
      'modelyard.io/model': 'm',
      'modelyard.io/run-id': 'run-1',
    };
    const rows = [allocation(labels, 2), allocation(modelPod('m', '8'), 1)];
    const versionOfRun = new Map([['run-1', '8']]);
    const found = roll(rows, { versionOfRun }).rows.map(row => [
      row.attribution.version,
      row.attribution.activity,
      row.amounts.total,
    ]);
    expect(found.sort()).toEqual(
      [
        ['8', 'training', 2e6],
        ['8', undefined, 1e6],
      ].sort(),
    );
    expect(roll(rows).rows.map(row => row.attribution.version)).toContain(
      undefined,
    );
  });

  it('takes a job that trains for training, also without a run', () => {
    const job = {
      ...modelPod('m', '7'),
      'modelyard.io/service': 'm-retraining',
      app_kubernetes_io_component: 'ai-training',
    };
    expect(roll([allocation(job, 2)]).rows[0].attribution).toMatchObject({
      version: '7',
      service: 'm-retraining',
      activity: 'training',
    });
    const serving = { ...job, app_kubernetes_io_component: 'ai-inference' };
    expect(
      roll([allocation(serving, 2)]).rows[0].attribution.activity,
    ).toBeUndefined();
  });

  it('converts what the source bills as well', () => {
    const fraction = toFraction('1.5');
    if (!fraction) throw new Error('no rate');
    const rates = [{ currency: 'EUR', from: '2026-01-01', ...fraction }];
    const { totals } = roll([allocation(modelPod('m', '1'), 7)], {
      sourceCurrency: 'EUR',
      rates,
    });
    expect(totals).toMatchObject({ total: 10.5e6, sourceTotal: 10.5e6 });
    expect(() => roll([gateway()], { sourceCurrency: 'CHF' })).toThrow(
      'no rate of CHF to USD holds on 2026-11-03; add one to modelCost.rates that begins then or before',
    );
  });
});

describe('rollUpDay, whatever the rows and rules', () => {
  const cost = fc.integer({ min: -1e7, max: 1e8 }).map(n => n / 1e5);
  const row = fc
    .record({
      kind: fc.constantFrom<AllocationKind>('workload', 'idle', 'unmounted'),
      model: fc.option(fc.constantFrom('a', 'b', '__proto__')),
      cluster: fc.constantFrom('eu1', 'us1'),
      namespace: fc.constantFrom('kube-system', 'ml'),
      cost,
    })
    .map(({ kind, model, cluster, namespace, cost: value }) =>
      allocation(model === null ? {} : { modelyard_io_model: model }, value, {
        kind,
        cluster,
        namespace,
      }),
    );
  const sharing = fc.constantFrom('separate' as const, 'proportional' as const);
  const rate = fc.integer({ min: 1, max: 99_999 });

  it('adds up to the micro, in any currency', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 30 }),
        fc.record({ idle: sharing, shared: sharing }),
        rate,
        (rows, rule, numerator) => {
          const rates = [
            {
              currency: 'EUR',
              from: '2026-01-01',
              numerator: BigInt(numerator),
              denominator: 10_000n,
            },
          ];
          const {
            totals,
            rows: rolled,
            unlabelled,
          } = roll(rows, {
            sourceCurrency: 'EUR',
            allocation: rule,
            rates,
          });
          const said = rows.reduce(
            (sum, { totalCost }) => sum + Math.round(totalCost * 1e6),
            0,
          );
          expect(
            Math.abs(totals.total - (said * numerator) / 1e4),
          ).toBeLessThanOrEqual(0.51);
          const { attributed, unattributed, idle: left } = totals;
          expect(attributed + unattributed + left).toBe(totals.total);
          expect(rolled.reduce((s, r) => s + r.amounts.total, 0)).toBe(
            attributed,
          );
          expect(unlabelled.reduce((s, r) => s + r.total, 0)).toBe(
            unattributed,
          );
          for (const { total, ...parts } of rolled.map(r => r.amounts))
            expect(Object.values(parts).reduce((s, v) => s + v, 0)).toBe(total);
        },
      ),
    );
  });
});
