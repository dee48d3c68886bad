import { nextRunAt } from './scheduleTimes';

const timeout = { minutes: 1 };
const now = new Date('2026-11-20T10:07:30Z');

describe('nextRunAt', () => {
  it('is an interval after the last run that the schedule began', () => {
    const lastStartedAt = '2026-11-20T10:05:00.000Z';
    const schedule = { frequency: { minutes: 5 }, timeout };
    expect(nextRunAt(schedule, { lastStartedAt, now })).toBe(
      '2026-11-20T10:10:00.000Z',
    );
    // Overdue: nobody runs it.
    expect(
      nextRunAt(schedule, {
        lastStartedAt,
        now: new Date('2026-11-20T12:00:00Z'),
      }),
    ).toBe('2026-11-20T10:10:00.000Z');
  });

  it('is told by cron, also before the first run', () => {
    expect(
      nextRunAt({ frequency: { cron: '*/15 * * * *' }, timeout }, { now }),
    ).toBe('2026-11-20T10:15:00.000Z');
  });

  it('is not known before the first run, nor by hand', () => {
    expect(
      nextRunAt({ frequency: { hours: 1 }, timeout }, { now }),
    ).toBeUndefined();
    expect(
      nextRunAt(
        { frequency: { trigger: 'manual' }, timeout },
        { lastStartedAt: '2026-11-20T10:05:00.000Z', now },
      ),
    ).toBeUndefined();
  });
});
