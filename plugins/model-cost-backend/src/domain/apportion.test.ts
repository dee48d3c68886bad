import fc from 'fast-check';
import { scaleExactly, splitByWeight } from './apportion';

const micros = fc.integer({ min: -1e12, max: 1e12 });
const sumOf = (values: number[]) =>
  values.reduce((sum, value) => sum + BigInt(value), 0n);

describe('scaleExactly', () => {
  it('gives what rounding leaves over to the largest remainders', () => {
    expect(scaleExactly([1, 1, 1], 1n, 2n)).toEqual([1, 1, 0]);
    expect(scaleExactly([10, 20, 30], 108n, 100n)).toEqual([11, 22, 32]);
    expect(scaleExactly([-1, 3], 1n, 2n)).toEqual([0, 1]);
  });

  it('adds up to the rounded product, and is off by less than one each', () => {
    fc.assert(
      fc.property(
        fc.array(micros, { maxLength: 30 }),
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 1e6, max: 1e9 }),
        (values, numerator, denominator) => {
          const scaled = scaleExactly(
            values,
            BigInt(numerator),
            BigInt(denominator),
          );
          const exact = sumOf(values) * BigInt(numerator) * 2n;
          const twice = sumOf(scaled) * BigInt(denominator) * 2n;
          const off = twice > exact ? twice - exact : exact - twice;
          expect(off <= BigInt(denominator)).toBe(true);
          values.forEach((value, index) => {
            const wanted = BigInt(value) * BigInt(numerator);
            const got = BigInt(scaled[index]) * BigInt(denominator);
            const miss = got > wanted ? got - wanted : wanted - got;
            expect(miss < BigInt(denominator) || miss === 0n).toBe(true);
          });
        },
      ),
    );
  });
});

describe('splitByWeight', () => {
  it('splits to the last unit, also a negative amount', () => {
    expect(splitByWeight(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByWeight(-100, [1, 1, 1])).toEqual([-33, -33, -34]);
    expect(splitByWeight(7, [0, 5, -3])).toEqual([0, 7, 0]);
  });

  it('splits nothing where nobody weighs anything', () => {
    expect(splitByWeight(5, [0, -1])).toBeUndefined();
    expect(splitByWeight(5, [])).toBeUndefined();
  });

  it('loses no micro', () => {
    fc.assert(
      fc.property(micros, fc.array(micros, { minLength: 1 }), (amount, w) => {
        const split = splitByWeight(amount, w);
        if (split) expect(sumOf(split)).toBe(BigInt(amount));
      }),
    );
  });
});
