import { parseCanonicalRecord, problemsOfRecord } from './parseCanonicalRecord';

const record = {
  kind: 'fairness',
  format: 'canonical/1',
  tool: { name: 'fairlearn', version: '0.15.0' },
  producedAt: '2026-11-20T10:00:00+01:00',
  metrics: [
    { key: 'spd', value: 0.01, n: 900, ci: { low: -0.02, high: 0.04 } },
  ],
};

function pathsOf(value: unknown): string[] {
  const result = parseCanonicalRecord(value, '/document');
  return result.ok ? [] : result.problems.map(({ path }) => path);
}

describe('parseCanonicalRecord', () => {
  it('reads a record, with its time in UTC', () => {
    const result = parseCanonicalRecord(record);
    expect(result).toMatchObject({
      ok: true,
      record: {
        producedAt: '2026-11-20T09:00:00.000Z',
        metrics: record.metrics,
      },
    });
  });

  it.each([NaN, Infinity, -Infinity, null, '0.01', undefined])(
    'refuses %p as a value, with its place',
    value => {
      const metrics = [record.metrics[0], { key: 'eod', value }];
      expect(pathsOf({ ...record, metrics })).toEqual([
        '/document/metrics/1/value',
      ]);
    },
  );

  it.each([
    [
      'a time without a zone',
      { producedAt: '2026-11-20T10:00:00' },
      '/document/producedAt',
    ],
    [
      'an interval the wrong way round',
      { metrics: [{ key: 'a', value: 1, ci: { low: 2, high: 1 } }] },
      '/document/metrics/0/ci/low',
    ],
    [
      'a misspelt member',
      { metrics: [{ key: 'a', value: 1, ic: {} }] },
      '/document/metrics/0',
    ],
    [
      'a claim that is null',
      { claims: { license: null } },
      '/document/claims/license',
    ],
    [
      'a fraction for n',
      { metrics: [{ key: 'a', value: 1, n: 1.5 }] },
      '/document/metrics/0/n',
    ],
  ])('refuses %s', (_, change, path) => {
    expect(pathsOf({ ...record, ...change })).toEqual([path]);
  });

  it('says when a record proves nothing', () => {
    const problemsOf = (change: object) => {
      const result = parseCanonicalRecord({ ...record, ...change });
      return result.ok ? problemsOfRecord(result.record) : undefined;
    };
    expect(problemsOf({})).toEqual([]);
    expect(problemsOf({ metrics: [] })).toHaveLength(1);
    expect(
      problemsOf({ metrics: [{ key: 'a', value: 0, n: 0 }] }),
    ).toHaveLength(1);
    expect(problemsOf({ dataset: { name: 'empty', n: 0 } })).toHaveLength(1);
  });
});
