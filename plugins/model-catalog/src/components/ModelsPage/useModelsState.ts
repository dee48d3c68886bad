import { ListModelsQuery } from '@modelyard/plugin-model-catalog-common';
import { useMemo } from 'react';
import { readPage, useListParams } from '../paging/useListParams';

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
  return {
    q: params.get('q') ?? '',
    filters,
    sort: toSort(params.get('sort')),
    ...readPage(params),
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

/** Search, filters, sort and page of the Models page, kept in the URL. */
export function useModelsState() {
  const { params, change } = useListParams();
  const state = useMemo(() => read(params), [params]);
  return { state, change };
}
