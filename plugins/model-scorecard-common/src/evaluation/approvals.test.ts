import { goodFacts, review } from '../__testUtils__/facts';
import { evaluate } from './evaluate';

describe('evaluate, for approvals', () => {
  it.each([
    ['a role is open', [review({})], 'no_evidence'],
    [
      'a role rejects',
      [review({}), review({ role: 'ethics-reviewer', decision: 'reject' })],
      'fail',
    ],
    [
      'a role rejects while another is open',
      [review({ decision: 'reject' })],
      'fail',
    ],
    [
      'the producer approves',
      [
        review({ by: 'user:default/data-scientist' }),
        review({ role: 'ethics-reviewer' }),
      ],
      'no_evidence',
    ],
    [
      'one person fills two roles',
      [
        review({}),
        review({ role: 'ethics-reviewer', by: 'user:default/reviewer' }),
      ],
      'fail',
    ],
    [
      'the approval was for staging',
      [review({ environment: 'staging' }), review({ role: 'ethics-reviewer' })],
      'no_evidence',
    ],
    [
      'a later rejection supersedes',
      [
        review({}),
        review({ role: 'ethics-reviewer' }),
        review({
          id: 'later',
          decision: 'reject',
          at: '2026-11-03T00:00:00.000Z',
        }),
      ],
      'fail',
    ],
    [
      'a later approval supersedes',
      [
        review({
          decision: 'reject',
          id: 'r0',
          at: '2026-11-01T00:00:00.000Z',
        }),
        review({}),
        review({ role: 'ethics-reviewer' }),
      ],
      'pass',
    ],
  ])('asks people: %s', (_, reviews, verdict) => {
    expect(verdictOf(reviews)).toBe(verdict);
  });
});

function verdictOf(reviews: ReturnType<typeof review>[]) {
  const { checks } = evaluate(goodFacts({ reviews }));
  return checks.find(({ id }) => id === 'hum.approval')?.verdict;
}
