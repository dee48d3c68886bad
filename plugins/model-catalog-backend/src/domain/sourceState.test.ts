import { sourceState } from './sourceState';

const now = new Date('2026-11-20T12:00:00Z');
const schedule = { frequency: { minutes: 5 }, timeout: { minutes: 4 } };

describe('sourceState', () => {
  it.each([
    ['fresh', { lastSuccessAt: '2026-11-20T11:46:00Z', schedule }],
    ['stale', { lastSuccessAt: '2026-11-20T11:44:00Z', schedule }],
    ['stale', { schedule }],
    [
      'failed',
      { lastState: 'failed', lastSuccessAt: '2026-11-20T11:59:00Z', schedule },
    ],
    [
      'stale',
      {
        lastState: 'succeeded',
        lastError: 'Not everything could be read',
        lastSuccessAt: '2026-11-20T11:59:00Z',
        schedule,
      },
    ],
    ['fresh', { lastSuccessAt: '2026-11-18T12:00:00Z' }],
    ['stale', { lastSuccessAt: '2026-11-17T11:00:00Z' }],
    [
      'fresh',
      {
        lastSuccessAt: '2026-11-19T12:00:00Z',
        schedule: { frequency: { cron: '0 * * * *' }, timeout: { minutes: 4 } },
      },
    ],
  ])('is %s for %j', (expected, input) => {
    expect(sourceState({ ...input, now })).toBe(expected);
  });
});
