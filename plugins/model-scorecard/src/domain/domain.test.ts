import { modelRow, scorecardFor } from '../__testUtils__/fakeScorecards';
import { chooseVersion } from './chooseVersion';
import { plotScale } from './plotScale';
import { chartRows } from './chartRows';
import { dependenceCurves } from './dependenceCurves';
import { filterChecks } from './filterChecks';
import { groupChecks, sortChecks } from './sortChecks';
import { trustOfCheck, trustOfRecord } from './trustOf';

describe('sortChecks', () => {
  it('puts blockers first, then goes by area', () => {
    expect(sortChecks(scorecardFor('prod')).map(({ id }) => id)).toEqual([
      'fair.spd',
      'hum.approval',
      'lic.policy',
    ]);
    expect(sortChecks(scorecardFor('dev')).map(({ id }) => id)).toEqual([
      'fair.spd',
      'lic.policy',
      'hum.approval',
    ]);
  });
});

describe('groupChecks', () => {
  it('puts what blocks first, whatever its area', () => {
    expect(
      groupChecks(scorecardFor('prod')).map(({ area, checks }) => [
        area,
        checks.map(({ id }) => id),
      ]),
    ).toEqual([
      [undefined, ['fair.spd', 'hum.approval']],
      ['licence', ['lic.policy']],
    ]);
  });
});

describe('chartRows', () => {
  it('draws importance by feature, the largest first', () => {
    const slice = (group: string) => ({ attr: 'feature', group });
    const chart = chartRows({
      kind: 'importance',
      metrics: [
        { key: 'importance', value: 0.2, n: 1200, slice: slice('age') },
        { key: 'importance', value: 0.8, n: 1200, slice: slice('income') },
      ],
    });
    expect(chart?.rows).toEqual([
      { name: 'income', value: 0.8, n: 1200, share: 1 },
      { name: 'age', value: 0.2, n: 1200, share: 0.25 },
    ]);
  });

  it('keeps severities in their order, and draws nothing of other kinds', () => {
    const chart = chartRows({
      kind: 'vulnerabilities',
      metrics: [
        { key: 'critical', value: 0, n: 41 },
        { key: 'high', value: 2, n: 41 },
        { key: 'database_age_days', value: 0.5, n: 41 },
      ],
    });
    expect(chart?.rows.map(({ name, share }) => [name, share])).toEqual([
      ['critical', 0],
      ['high', 1],
    ]);
    expect(chartRows({ kind: 'license', metrics: [] })).toBeUndefined();
    expect(chartRows({ kind: 'drift', metrics: [] })).toBeUndefined();
  });
});

describe('chooseVersion', () => {
  it('prefers what an alias marks as production', () => {
    expect(chooseVersion(modelRow)).toEqual({
      version: '7',
      alias: 'champion',
    });
    expect(chooseVersion({ ...modelRow, aliases: { canary: '8' } })).toEqual({
      version: '8',
    });
    expect(
      chooseVersion({ ...modelRow, aliases: {}, latestVersion: undefined }),
    ).toBeUndefined();
  });
});

describe('plotScale', () => {
  it('keeps the order of interval, value and bound', () => {
    const plot = plotScale({
      value: 0.04,
      interval: { low: 0.01, high: 0.12 },
      bound: { low: -0.1, high: 0.1 },
    });
    expect(plot.allowed).toBeDefined();
    expect(plot.interval).toBeDefined();
    const places = [
      plot.allowed?.from,
      plot.interval?.from,
      plot.value,
      plot.allowed?.to,
      plot.interval?.to,
    ];
    expect(places).toEqual([...places].sort((one = 0, two = 0) => one - two));
    expect(plot.allowed?.from).toBeGreaterThan(0);
    expect(plot.interval?.to).toBeLessThan(1);
  });

  it('lets an open side reach the edge', () => {
    expect(plotScale({ value: 0, bound: { high: 0 } })).toEqual({
      value: 0.5,
      interval: undefined,
      allowed: { from: 0, to: 0.5 },
    });
    expect(plotScale({ value: 1 }).allowed).toBeUndefined();
  });
});

describe('trust', () => {
  it('tells people who decide from workloads that measure', () => {
    expect(trustOfRecord({ kind: 'registration', trust: 'oidc' })).toBe(
      'person',
    );
    expect(trustOfRecord({ kind: 'review', trust: 'oidc' })).toBe('person');
    expect(trustOfRecord({ kind: 'fairness', trust: 'oidc' })).toBe('oidc');
    expect(trustOfCheck({ area: 'governance', trust: 'oidc' })).toBe('person');
    expect(trustOfCheck({ area: 'security', trust: 'oidc' })).toBe('oidc');
    expect(trustOfCheck({ area: 'governance' })).toBeUndefined();
  });
});

describe('filterChecks', () => {
  const { checks } = scorecardFor('prod');
  const found = (search: string, verdict?: 'pass' | 'fail') =>
    filterChecks(checks, { search, verdict }).map(({ id }) => id);

  it('wants every word, in id, title, rule, area or control', () => {
    expect(found('PARITY')).toEqual(['fair.spd']);
    expect(found('eu-ai-act groups')).toEqual(['fair.spd']);
    expect(found('human licence')).toEqual([]);
    expect(found(' ')).toHaveLength(3);
  });

  it('keeps one verdict', () => {
    expect(found('', 'pass')).toEqual(['lic.policy']);
    expect(found('parity', 'pass')).toEqual([]);
  });
});

describe('dependenceCurves', () => {
  const point = (attr: string, group: string, value: number) => ({
    key: 'effect',
    value,
    slice: { attr, group },
  });

  it('draws feature by feature, the one that moves the prediction most first', () => {
    expect(
      dependenceCurves({
        kind: 'partial-dependence',
        metrics: [
          {
            key: 'range',
            value: 0.1,
            slice: { attr: 'feature', group: 'age' },
          },
          point('age', '20', 0.5),
          point('age', '60', 0.4),
          point('job', 'clerk', 0.2),
          point('job', 'farmer', 0.6),
        ],
      }),
    ).toEqual([
      {
        feature: 'job',
        numeric: false,
        points: [
          { at: 'clerk', effect: 0.2 },
          { at: 'farmer', effect: 0.6 },
        ],
      },
      {
        feature: 'age',
        numeric: true,
        points: [
          { at: '20', effect: 0.5 },
          { at: '60', effect: 0.4 },
        ],
      },
    ]);
  });

  it('draws nothing of other kinds', () => {
    expect(
      dependenceCurves({ kind: 'importance', metrics: [point('a', '1', 1)] }),
    ).toEqual([]);
  });
});
