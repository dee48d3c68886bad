import { toCoverage } from './coverage';
import { microsToDecimal, percentChange } from './money';

describe('toCoverage', () => {
  it.each([
    [90, 0.9, 'A'],
    [89, 0.89, 'B'],
    [75, 0.75, 'B'],
    [50, 0.5, 'C'],
    [49, 0.49, 'D'],
  ])('grades %d of 100', (attributed, share, grade) => {
    expect(toCoverage({ attributed, idle: 900, total: 1000 })).toEqual({
      attributed: share,
      grade,
    });
  });

  it('says nothing where nothing but idle was spent', () => {
    expect(toCoverage({ attributed: 0, idle: 5, total: 5 })).toBeUndefined();
    expect(toCoverage({ attributed: 0, idle: 0, total: 0 })).toBeUndefined();
  });

  it('stays a share where idle is negative', () => {
    expect(toCoverage({ attributed: 9, idle: -1, total: 8 })).toEqual({
      attributed: 1,
      grade: 'A',
    });
  });
});

describe('microsToDecimal', () => {
  it.each([
    [0, '0.000000'],
    [1, '0.000001'],
    [-10, '-0.000010'],
    [1_234_567, '1.234567'],
    [9_007_199_254_740_991, '9007199254.740991'],
  ])('writes %d exactly', (micros, text) => {
    expect(microsToDecimal(micros)).toBe(text);
  });
});

describe('percentChange', () => {
  it('is relative to the time before', () => {
    expect(percentChange(114, 100)).toBe(14);
    expect(percentChange(50, 100)).toBe(-50);
  });

  it('says nothing without a base', () => {
    expect(percentChange(1, undefined)).toBeUndefined();
    expect(percentChange(1, 0)).toBeUndefined();
  });
});
