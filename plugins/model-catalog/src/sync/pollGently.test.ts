import { pollGently } from './pollGently';

function setVisibility(state: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

/** Starts polling something that is final at the given read. */
function poll(options: { finalRead: number; failures?: number }) {
  let reads = 0;
  const times: number[] = [];
  const controller = new AbortController();
  const outcome = pollGently({
    read: async () => {
      reads += 1;
      times.push(Date.now());
      if (reads <= (options.failures ?? 0)) throw new Error(`no. ${reads}`);
      return reads;
    },
    isFinal: read => read >= options.finalRead,
    signal: controller.signal,
  }).catch(error => error.message);
  return { outcome, times, controller };
}

describe('pollGently', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('reads ever less often, until what was read is final', async () => {
    const { outcome, times } = poll({ finalRead: 12 });
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(await outcome).toBe(12);
    const pauses = times.map((time, index) => time - (times[index - 1] ?? 0));
    expect(pauses[0]).toBe(1_000);
    expect(pauses[1]).toBe(1_500);
    expect(pauses[11]).toBe(15_000);
  });

  it('reads nothing while nobody can see the page', async () => {
    setVisibility('hidden');
    const { outcome, times } = poll({ finalRead: 1 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times).toEqual([]);
    setVisibility('visible');
    expect(await outcome).toBe(1);
  });

  it('waits a few failures out', async () => {
    const { outcome } = poll({ finalRead: 3, failures: 2 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toBe(3);
  });

  it('gives up after the third failure in a row', async () => {
    const { outcome } = poll({ finalRead: 9, failures: 8 });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(await outcome).toBe('no. 3');
  });

  it('stops when nobody waits for it any more', async () => {
    const { outcome, times, controller } = poll({ finalRead: 9 });
    await jest.advanceTimersByTimeAsync(1_000);
    controller.abort(new Error('left'));
    expect(await outcome).toBe('left');
    await jest.advanceTimersByTimeAsync(60_000);
    expect(times).toEqual([1_000]);
  });
});
