import { mockCredentials } from '@backstage/backend-test-utils';
import { RecentAnswers } from './RecentAnswers';

/** The cache looks at the clock once a millisecond. */
const afterClockRead = () => new Promise(done => setTimeout(done, 5));

describe('RecentAnswers', () => {
  const credentials = mockCredentials.user('user:default/data-scientist');
  const about = ['model:default/credit-risk', '7'];
  let asked: number;
  const count = async () => {
    asked += 1;
    return asked;
  };

  beforeEach(() => {
    asked = 0;
  });
  afterEach(() => jest.restoreAllMocks());

  it('asks once for all who want to know at the same time', async () => {
    const recent = RecentAnswers.create<number>();
    const answers = await Promise.all(
      [1, 2, 3].map(() => recent.ask({ credentials, about }, count)),
    );
    expect(answers).toEqual([1, 1, 1]);
  });

  it('asks for every caller and everything that is asked about', async () => {
    const recent = RecentAnswers.create<number>();
    const other = mockCredentials.user('user:default/reviewer');
    const service = mockCredentials.service('plugin:scaffolder');
    await recent.ask({ credentials, about }, count);
    await recent.ask({ credentials: other, about }, count);
    await recent.ask({ credentials: service, about }, count);
    await recent.ask({ credentials, about: ['model:default/other'] }, count);
    await recent.ask({ credentials, about: [about.join(',')] }, count);
    expect(asked).toBe(5);
  });

  it('asks again when it must be fresh, and keeps that', async () => {
    const recent = RecentAnswers.create<number>();
    await recent.ask({ credentials, about }, count);
    await recent.ask({ credentials, about, fresh: true }, count);
    expect(await recent.ask({ credentials, about }, count)).toBe(2);
  });

  it('asks again once something has changed, or after five seconds', async () => {
    const recent = RecentAnswers.create<number>();
    await recent.ask({ credentials, about }, count);
    recent.forget();
    expect(await recent.ask({ credentials, about }, count)).toBe(2);
    await afterClockRead();
    const now = performance.now();
    jest.spyOn(performance, 'now').mockReturnValue(now + 4_900);
    expect(await recent.ask({ credentials, about }, count)).toBe(2);
    await afterClockRead();
    jest.spyOn(performance, 'now').mockReturnValue(now + 5_100);
    expect(await recent.ask({ credentials, about }, count)).toBe(3);
  });

  it('keeps no failure', async () => {
    const recent = RecentAnswers.create<number>();
    const fail = () => Promise.reject(new Error('down'));
    await expect(recent.ask({ credentials, about }, fail)).rejects.toThrow();
    expect(await recent.ask({ credentials, about }, count)).toBe(1);
  });
});
