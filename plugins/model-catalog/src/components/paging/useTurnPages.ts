import { useRef } from 'react';

interface TurnPagesOptions {
  /** What is listed, with filters and order; cursors belong to one such list. */
  list: string;
  /** Index of the page, from 0. */
  page: number;
  cursor?: string;
  nextCursor?: string;
  go: (page: number, cursor?: string) => void;
}

/** Turns pages; cursors that were seen are kept, so that there is a way back. */
export function useTurnPages(options: TurnPagesOptions) {
  const { list, page, cursor, nextCursor, go } = options;
  const cursors = useRef(new Map<string, string | undefined>());
  const keyOf = (index: number) => JSON.stringify([list, index]);
  cursors.current.set(keyOf(page), cursor);
  const before = page - 1;
  return {
    onPrevious:
      before >= 0
        ? () => go(before, cursors.current.get(keyOf(before)))
        : undefined,
    onNext: nextCursor ? () => go(page + 1, nextCursor) : undefined,
  };
}
