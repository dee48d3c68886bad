import fc from 'fast-check';
import { readDecimal } from './decimal';
import { daysOf, spread } from './spread';

const start = Date.parse('2028-02-25T00:00:00Z');
const day = 86_400_000;

describe('spread', () => {
  it('loses nothing, whatever the amount and the period', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 40 * day }),
        fc.integer({ min: 0, max: 40 * day }),
        (amount, offset, length) => {
          const from = start + offset;
          const end = from + length;
          const days = daysOf(from, end);
          const parts = spread(amount, { start: from, end, days });
          expect(parts.reduce((sum, [, part]) => sum + part, 0n)).toBe(amount);
          expect(parts.map(([name]) => name)).toEqual(days);
        },
      ),
    );
  });

  it('gives a midnight to the day it ends', () => {
    expect(daysOf(start, start + day)).toEqual(['2028-02-25']);
    expect(daysOf(start, start)).toEqual(['2028-02-25']);
    expect(daysOf(start - 1, start + 1)).toEqual(['2028-02-24', '2028-02-25']);
  });
});

describe('readDecimal', () => {
  it.each([
    ['1', 10n ** 12n],
    ['-0.00000080000', -800000n],
    ['1.5e-3', 1_500_000_000n],
    ['.5', 5n * 10n ** 11n],
    ['0.0000000000005', 1n],
    ['+2.', 2n * 10n ** 12n],
    ['', undefined],
    ['.', undefined],
    ['1,5', undefined],
    ['NaN', undefined],
    ['0x10', undefined],
  ])('reads %p', (text, value) => {
    expect(readDecimal(text)).toBe(value);
  });
});
