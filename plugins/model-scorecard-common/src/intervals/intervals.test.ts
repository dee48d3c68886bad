import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrapMeanInterval } from './bootstrap';
import { completeIntervals } from './completeIntervals';
import {
  ConfidenceLevel,
  katzInterval,
  newcombeInterval,
  wilsonInterval,
} from './proportion';

interface GoldenInterval {
  count: number;
  n: number;
  refCount: number;
  refN: number;
  level: ConfidenceLevel;
  low: number;
  high: number;
}

const golden: {
  'made with': Record<string, string>;
  wilson: GoldenInterval[];
  newcombe: GoldenInterval[];
  katz: GoldenInterval[];
  bootstrap: {
    samples: number[];
    indices: number[][];
    low: number;
    high: number;
  }[];
} = JSON.parse(
  readFileSync(join(__dirname, '__fixtures__', 'golden.json'), 'utf8'),
);

function expectEdges(
  actual: { low: number; high: number } | undefined,
  { low, high }: { low: number; high: number },
) {
  expect(Math.abs((actual?.low ?? NaN) - low)).toBeLessThanOrEqual(1e-9);
  expect(Math.abs((actual?.high ?? NaN) - high)).toBeLessThanOrEqual(1e-9);
}

describe('intervals of statsmodels and SciPy', () => {
  it('are those of the named versions', () => {
    expect(golden['made with']).toEqual({
      statsmodels: '0.15.0',
      scipy: '1.17.1',
      numpy: '2.4.6',
    });
  });

  it.each(golden.wilson)('wilson $count of $n at $level', expected => {
    expectEdges(wilsonInterval(expected, expected.level), expected);
  });

  it.each(golden.newcombe)(
    'newcombe $count/$n against $refCount/$refN at $level',
    expected => {
      const ref = { count: expected.refCount, n: expected.refN };
      expectEdges(newcombeInterval(expected, ref, expected.level), expected);
    },
  );

  it.each(golden.katz)(
    'katz $count/$n over $refCount/$refN at $level',
    expected => {
      const ref = { count: expected.refCount, n: expected.refN };
      expectEdges(katzInterval(expected, ref, expected.level), expected);
    },
  );

  it.each(golden.bootstrap)(
    'bootstrap of $samples.length samples',
    ({ samples, indices, ...expected }) => {
      const drawn = indices.flat().values();
      const draw = () => drawn.next().value ?? NaN;
      expectEdges(
        bootstrapMeanInterval(samples, draw, indices.length),
        expected,
      );
    },
  );
});

describe('completeIntervals', () => {
  const rate = (key: string, group: string, value: number, n: number) => ({
    key,
    value,
    n,
    slice: { attr: 'sex', group },
  });
  const pair = { attr: 'sex', group: 'F', ref: 'M', n: 551, nRef: 649 };
  const rates = [
    rate('selection_rate', 'F', 381 / 551, 551),
    rate('selection_rate', 'M', 624 / 649, 649),
  ];

  it('leaves an interval of the report alone, and counts its rows', () => {
    const ci = { low: 0.7, high: 0.9, level: 0.9, method: 'bca' };
    const [given, wilson] = completeIntervals([
      { key: 'accuracy', value: 0.8, n: 100, ci },
      { key: 'accuracy', value: 0.8266666667, n: 1200 },
    ]);
    expect(given.ci).toEqual(ci);
    expect(wilson.ci).toEqual(wilsonInterval({ count: 992, n: 1200 }));
  });

  it('takes differences and ratios from the rates of the two groups', () => {
    const value = 381 / 551 - 624 / 649;
    const [, , spd, dir, wrong] = completeIntervals([
      ...rates,
      { key: 'spd', value, n: 1200, slice: pair },
      { key: 'dir', value: 381 / 551 / (624 / 649), n: 1200, slice: pair },
      { key: 'spd', value: 0.01, n: 1200, slice: pair },
    ]);
    const [f, m] = [
      { count: 381, n: 551 },
      { count: 624, n: 649 },
    ];
    expect(spd.ci).toEqual(newcombeInterval(f, m));
    expect(dir.ci).toEqual(katzInterval(f, m));
    expect(wrong.ci).toBeUndefined();
  });

  it('gives the larger gap of the two error rates an interval', () => {
    const [, , , , eqodds] = completeIntervals([
      rate('true_positive_rate', 'F', 0.5, 100),
      rate('true_positive_rate', 'M', 0.9, 100),
      rate('false_positive_rate', 'F', 0.1, 100),
      rate('false_positive_rate', 'M', 0.1, 100),
      { key: 'eqodds', value: 0.4, slice: pair },
    ]);
    const gap = newcombeInterval({ count: 50, n: 100 }, { count: 90, n: 100 });
    expect(eqodds.ci?.low).toBeCloseTo(-gap.high, 12);
    expect(eqodds.ci?.high).toBeCloseTo(-gap.low, 12);
  });

  it('bootstraps the values of rows, the same every time, and drops them', () => {
    const samples = Array.from({ length: 200 }, (_, i) => (i % 5 ? 1 : 0));
    const metric = { key: 'score', value: 0.8, samples };
    const [once] = completeIntervals([metric]);
    expect(completeIntervals([metric])).toEqual([once]);
    expect(once).not.toHaveProperty('samples');
    expect(once.n).toBe(200);
    expect(once.ci?.method).toBe('bootstrap-percentile');
    expect(once.ci?.low).toBeGreaterThan(0.7);
    expect(once.ci?.high).toBeLessThan(0.9);
  });

  it('invents none for what is no share of its rows', () => {
    for (const metric of [
      { key: 'roc_auc', value: 0.9, n: 100 },
      { key: 'accuracy', value: 0.9 },
      { key: 'accuracy', value: 1.2, n: 10 },
      { key: 'spd', value: 0.1, n: 10, slice: pair },
    ])
      expect(completeIntervals([metric])[0].ci).toBeUndefined();
  });
});
