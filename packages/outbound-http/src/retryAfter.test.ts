import { retryAfterMs } from './retryAfter';

const now = Date.parse('2026-11-01T00:00:00Z');
const asked = (headers: Record<string, string>) =>
  retryAfterMs(new Headers(headers), now);

describe('retryAfterMs', () => {
  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Sun, 01 Nov 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 31 Oct 2026 00:00:00 GMT' }, 0],
    [{ ratelimit: '"api";r=0;t=55' }, 55_000],
    [{ ratelimit: '"api";r=12;t=55' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{}, undefined],
  ])('%j is %p', (headers, expected) => {
    expect(asked(headers)).toBe(expected);
  });
});
