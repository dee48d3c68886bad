import { Periods } from './Periods';
import { readSpan } from './span';

const now = new Date('2028-04-01T00:00:00Z');
const span = readSpan({ from: '2028-02-25', to: '2028-03-02' }, now);

describe('Periods', () => {
  it.each([
    ['day', span.days],
    ['week', ['2028-02-25', '2028-02-28']],
    ['month', ['2028-02-25', '2028-03-01']],
  ] as const)('of a %s begin within the span', (step, starts) => {
    expect(Periods.create(span, step).starts).toEqual(starts);
  });

  it('are as bad as their worst day, over a leap day', () => {
    const months = Periods.create(span, 'month');
    expect(months.startOf('2028-02-29')).toBe('2028-02-25');
    const states = span.days.map(day => {
      if (day === '2028-02-26') return 'missing' as const;
      return day === '2028-02-29' ? ('failed' as const) : ('ok' as const);
    });
    expect(months.statesOf(span, states)).toEqual(['failed', 'ok']);
  });
});
