const firstPauseMs = 1_000;
const longestPauseMs = 15_000;
const growth = 1.5;
const mostFailures = 3;

/** Rejects with the signal's reason as soon as it is aborted. */
function abortable(
  signal: AbortSignal,
  begin: (done: () => void) => () => void,
): Promise<void> {
  return new Promise((done, fail) => {
    if (signal.aborted) {
      fail(signal.reason);
      return;
    }
    let end = () => {};
    const stop = () => {
      end();
      fail(signal.reason);
    };
    end = begin(() => {
      signal.removeEventListener('abort', stop);
      end();
      done();
    });
    signal.addEventListener('abort', stop, { once: true });
  });
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return abortable(signal, done => {
    const timer = setTimeout(done, milliseconds);
    return () => clearTimeout(timer);
  });
}

function untilVisible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState !== 'hidden') return Promise.resolve();
  return abortable(signal, done => {
    const look = () => {
      if (document.visibilityState !== 'hidden') done();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  });
}

/**
 * Reads again and again until what was read is final: after a second, then ever
 * less often, and not while nobody can see the page. A few failures in a row are
 * waited out.
 *
 * @returns what was read last
 * @throws the failure of the last read, or the signal's reason
 */
export async function pollGently<T>(options: {
  read: () => Promise<T>;
  isFinal: (value: T) => boolean;
  signal: AbortSignal;
}): Promise<T> {
  const { read, isFinal, signal } = options;
  let failures = 0;
  for (
    let wait = firstPauseMs;
    ;
    wait = Math.min(wait * growth, longestPauseMs)
  ) {
    await pause(wait, signal);
    await untilVisible(signal);
    try {
      const value = await read();
      if (isFinal(value)) return value;
      failures = 0;
    } catch (error) {
      failures += 1;
      if (signal.aborted || failures === mostFailures) throw error;
    }
  }
}
