import {
  ListModelsQuery,
  ModelFacetsQuery,
  SourceState,
} from '@modelyard/plugin-model-catalog-common';
import { useMemo } from 'react';
import { readPage, useListParams } from '../paging/useListParams';

/** Filters of the Models page, in the order in which the rail has them. */
export const filterNames = [
  'owner',
  'lifecycle',
  'task',
  'tier',
  'freshness',
  'alias',
  'source',
  'license',
] as const;

/** One filter of the Models page. */
export type FilterName = (typeof filterNames)[number];

/** What the filters are set to. */
export type Filters = Pick<ListModelsQuery, FilterName>;

/** Fields that the server sorts by. */
const sortFields = ['name', 'owner', 'task', 'tier', 'latest'] as const;
export type Sort = NonNullable<ListModelsQuery['sort']>;

/** How many models a page holds. */
export const pageSize = 25;

/** What the address bar says about the Models page. */
export interface ModelsState {
  q: string;
  filters: Filters;
  sort: Sort;
  /** Cursor of the page; absent on the first. */
  cursor?: string;
  /** Index of the page, from 0. */
  page: number;
}

/** States of a source, the good one first. */
const sourceStates: SourceState[] = ['fresh', 'stale', 'failed'];

/** The state of a source that a text names. */
export function toSourceState(
  text: string | null | undefined,
): SourceState | undefined {
  return sourceStates.find(state => state === text);
}

function toSort(text: string | null): Sort {
  const allowed = sortFields.flatMap<Sort>(field => [field, `-${field}`]);
  return allowed.find(sort => sort === text) ?? 'name';
}

function readFilters(params: URLSearchParams): Filters {
  const filters: Filters = {};
  for (const name of filterNames) {
    const value = params.get(name);
    if (name === 'freshness') {
      const state = toSourceState(value);
      if (state) filters[name] = state;
    } else if (value) {
      filters[name] = value;
    }
  }
  return filters;
}

function read(params: URLSearchParams): ModelsState {
  return {
    q: params.get('q') ?? '',
    filters: readFilters(params),
    sort: toSort(params.get('sort')),
    ...readPage(params),
  };
}

/** Whether the state leaves models out. */
export function isFiltered({ q, filters }: ModelsState): boolean {
  return Boolean(q) || Object.keys(filters).length > 0;
}

/** The query that counts what the filters can be set to. */
export function toFacetsQuery({ q, filters }: ModelsState): ModelFacetsQuery {
  return { ...filters, q: q || undefined };
}

/** The query that fetches what the address bar describes. */
export function toQuery(state: ModelsState): ListModelsQuery {
  return {
    ...toFacetsQuery(state),
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
