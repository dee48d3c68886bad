import { readCron, runsPerMonth } from './checkCron';

describe('readCron', () => {
  it('tells when a schedule comes up', () => {
    expect(readCron('30 3,15 * jan mon-fri')).toEqual({
      minutes: [30],
      hours: [3, 15],
      months: [1],
      weekdays: [1, 2, 3, 4, 5],
    });
  });

  it.each(['', '0 3 * *', '0 3 * * 9', '99 3 * * 1'])(
    'reads nothing from %p',
    text => {
      expect(readCron(text)).toBeUndefined();
      expect(runsPerMonth(text)).toBe(0);
    },
  );

  it.each([
    ['0 3 * * *', 365 / 12],
    ['0 3 1 * *', 1],
    ['0 */6 1 1 *', 4 / 12],
    // The first of the month, and every Monday.
    ['0 3 1 * 1', (12 + 52 - 1) / 12],
  ])('counts the runs of %p', (text, runs) => {
    expect(runsPerMonth(text)).toBeCloseTo(runs, 0);
  });
});
