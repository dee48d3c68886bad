import { useSearchParams } from 'react-router-dom';

/** What the address bar says about the Versions tab. */
export interface VersionsState {
  /** Versions ticked for comparison, at most two, in the order of ticking. */
  selected: string[];
  /** The metric in table and chart; absent for the first one there is. */
  metric?: string;
  cursor?: string;
}

/** Selection, metric and page of the Versions tab, kept in the URL. */
export function useVersionsState() {
  const [params, setParams] = useSearchParams();
  const state: VersionsState = {
    selected: params.getAll('select').slice(0, 2),
    metric: params.get('metric') ?? undefined,
    cursor: params.get('cursor') ?? undefined,
  };
  const edit = (change: (next: URLSearchParams) => void) =>
    setParams(before => {
      const next = new URLSearchParams(before);
      change(next);
      return next;
    });
  return {
    state,
    /** Ticks or unticks a version; a third takes the place of the older tick. */
    toggle: (version: string) =>
      edit(next => {
        const rest = state.selected.filter(one => one !== version);
        const selected = state.selected.includes(version)
          ? rest
          : [...rest, version].slice(-2);
        next.delete('select');
        selected.forEach(one => next.append('select', one));
      }),
    choose: (metric: string) => edit(next => next.set('metric', metric)),
    goTo: (cursor: string | undefined) =>
      edit(next => {
        if (cursor) next.set('cursor', cursor);
        else next.delete('cursor');
      }),
  };
}
