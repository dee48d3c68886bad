import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * The parameters of a paged list in the URL. `change` sets or (empty value)
 * removes them; all but paging go back to page one.
 */
export function useListParams() {
  const [params, setParams] = useSearchParams();
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
  return { params, change };
}

/** Which page of a list the parameters name; `page` counts from 0. */
export function readPage(params: URLSearchParams): {
  cursor?: string;
  page: number;
} {
  const cursor = params.get('cursor') ?? undefined;
  const page = Number(params.get('page'));
  return {
    cursor,
    page: cursor && Number.isInteger(page) && page > 0 ? page : 0,
  };
}
