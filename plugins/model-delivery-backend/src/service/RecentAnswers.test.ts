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

  it('answers with what was asked after the question, once for all who wait', async () => {
    const recent = RecentAnswers.create<number>();
    const gates: (() => void)[] = [];
    const slow = async () => {
      const nth = await count();
      await new Promise<void>(resolve => {
        gates.push(resolve);
      });
      return nth;
    };
    const settle = () => new Promise(done => setImmediate(done));
    const question = { credentials, about, fresh: true };
    const first = recent.ask(question, slow);
    await settle();
    const others = [1, 2, 3].map(() => recent.ask(question, slow));
    await settle();
    expect(asked).toBe(1);
    gates.shift()?.();
    expect(await first).toBe(1);
    await settle();
    const last = recent.ask(question, slow);
    gates.shift()?.();
    expect(await Promise.all(others)).toEqual([2, 2, 2]);
    await settle();
    gates.shift()?.();
    expect(await last).toBe(3);
  });

  it('asks for those who wait also when the answer before failed', async () => {
    const recent = RecentAnswers.create<number>();
    const question = { credentials, about, fresh: true };
    const failed = recent.ask(question, async () => {
      throw new Error('down');
    });
    const next = recent.ask(question, count);
    await expect(failed).rejects.toThrow('down');
    expect(await next).toBe(1);
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
