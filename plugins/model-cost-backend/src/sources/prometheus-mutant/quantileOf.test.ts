import { quantileOf } from './quantileOf';

const buckets = new Map([
  [0.1, 50],
  [0.5, 90],
  [1, 98],
  [Infinity, 100],
]);

describe('quantileOf', () => {
  it.each([
    [0.25, 0.05],
    [0.5, 0.1],
    [0.7, 0.3],
    [0.95, 0.8125],
    // Beyond the last finite bound nothing is known but that.
    [0.99, 1],
  ])('takes the %s quantile as %s', (quantile, value) => {
    expect(quantileOf(quantile, buckets)).toBeCloseTo(value, 10);
  });

  it('knows none where nothing was measured', () => {
    expect(quantileOf(0.5, new Map())).toBeUndefined();
    expect(quantileOf(0.5, new Map([[Infinity, 8]]))).toBeUndefined();
    const empty = new Map([...buckets].map(([bound]) => [bound, 0]));
    expect(quantileOf(0.5, empty)).toBeUndefined();
  });

  it('bears a bucket that shrank by estimation', () => {
    const shrunk = new Map([
      [1, 10],
      [2, 9.9],
      [Infinity, 10],
    ]);
    expect(quantileOf(0.99, shrunk)).toBeCloseTo(0.99, 10);
  });
});
