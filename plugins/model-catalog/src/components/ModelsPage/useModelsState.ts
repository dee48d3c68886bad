import { ListModelsQuery } from '@modelyard/plugin-model-catalog-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Filters of the Models page. */
export type FilterName = 'owner' | 'task' | 'tier';
export const filterNames: FilterName[] = ['owner', 'task', 'tier'];

/** Fields that the server sorts by. */
const sortFields = ['name', 'owner', 'task', 'tier', 'latest'] as const;
export type Sort = NonNullable<ListModelsQuery['sort']>;

/** How many models a page holds. */
export const pageSize = 25;

/** What the address bar says about the Models page. */
export interface ModelsState {
  q: string;
  filters: Partial<Record<FilterName, string>>;
  sort: Sort;
  /** Cursor of the page; absent on the first. */
  cursor?: string;
  /** Index of the page, from 0. */
  page: number;
}

function toSort(text: string | null): Sort {
  const allowed = sortFields.flatMap<Sort>(field => [field, `-${field}`]);
  return allowed.find(sort => sort === text) ?? 'name';
}

function read(params: URLSearchParams): ModelsState {
  const filters: ModelsState['filters'] = {};
  for (const name of filterNames) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  const cursor = params.get('cursor') ?? undefined;
  const page = Number(params.get('page'));
  return {
    q: params.get('q') ?? '',
    filters,
    sort: toSort(params.get('sort')),
    cursor,
    page: cursor && Number.isInteger(page) && page > 0 ? page : 0,
  };
}

/** The query that fetches what the address bar describes. */
export function toQuery(state: ModelsState): ListModelsQuery {
  return {
    ...state.filters,
    q: state.q || undefined,
    sort: state.sort,
    cursor: state.cursor,
    limit: pageSize,
  };
}

/**
 * Search, filters, sort and page of the Models page, kept in the URL. `change`
 * sets or (empty value) removes parameters; all but paging go back to page one.
 */
export function useModelsState() {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => read(params), [params]);
  const change = useCallback(
    (
      values: Record<string, string | undefined>,
      options?: { replace?: boolean },
    ) =>
      setParams(before => {
        const next = new URLSearchParams(before);
        next.delete('cursor');
        next.delete('page');
        for (const [name, value] of Object.entries(values)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      }, options),
    [setParams],
  );
  return { state, change };
}
