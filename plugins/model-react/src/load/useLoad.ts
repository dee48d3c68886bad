import {
  DependencyList,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

/**
 * What {@link useLoad} knows at a moment. `value` stays while `reload` runs, so
 * that a page does not blink; `loading` says so.
 *
 * @public
 */
export interface Load<T> {
  value?: T;
  error?: Error;
  loading: boolean;
  /** Loads again. */
  reload: () => void;
}

function toError(cause: unknown): Error {
  return cause instanceof Error ? cause : new Error(String(cause));
}

/**
 * Loads data when `deps` change; the call before is aborted. What was loaded for
 * other `deps` is dropped at once, unless `keep` is set (pages of one list).
 *
 * @public
 */
export function useLoad<T>(
  load: (signal: AbortSignal) => Promise<T>,
  deps: DependencyList,
  options?: { keep?: boolean },
): Load<T> {
  const [state, setState] = useState<Omit<Load<T>, 'reload'>>({
    loading: true,
  });
  const [attempt, setAttempt] = useState(0);
  const lastAttempt = useRef(0);
  const keep = options?.keep ?? false;
  useEffect(() => {
    const controller = new AbortController();
    const again = lastAttempt.current !== attempt;
    lastAttempt.current = attempt;
    setState(before => ({
      value: keep || again ? before.value : undefined,
      loading: true,
    }));
    load(controller.signal).then(
      value => {
        if (!controller.signal.aborted) setState({ value, loading: false });
      },
      cause => {
        if (!controller.signal.aborted) {
          setState({ error: toError(cause), loading: false });
        }
      },
    );
    return () => controller.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the loader depends on
  }, [...deps, attempt]);
  const reload = useCallback(() => setAttempt(count => count + 1), []);
  return { ...state, reload };
}
