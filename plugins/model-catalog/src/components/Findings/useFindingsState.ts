import { useMemo } from 'react';
import { readPage, useListParams } from '../paging/useListParams';

export const findingNames = [
  'unowned',
  'conflicts',
  'removed',
  'collisions',
] as const;

/** One list of what needs a look. */
export type FindingName = (typeof findingNames)[number];

/** What the address bar says about the lists. */
export interface FindingsState {
  list: FindingName;
  /** Id of a source; absent for all of them. */
  source?: string;
  /** Cursor of the page; absent on the first. */
  cursor?: string;
  /** Index of the page, from 0. */
  page: number;
}

function read(params: URLSearchParams): FindingsState {
  return {
    list: findingNames.find(name => name === params.get('list')) ?? 'unowned',
    source: params.get('source') ?? undefined,
    ...readPage(params),
  };
}

/** Which list is shown, of which source and which page, kept in the URL. */
export function useFindingsState() {
  const { params, change } = useListParams();
  const state = useMemo(() => read(params), [params]);
  return { state, change };
}
