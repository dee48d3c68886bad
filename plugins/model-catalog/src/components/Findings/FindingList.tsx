import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ListFindingsQuery } from '@modelyard/plugin-model-catalog-common';
import {
  LoadFailure,
  LoadingRows,
  Notice,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';
import { Pager } from '../paging/Pager';
import { useTurnPages } from '../paging/useTurnPages';
import { RecordColumn, RecordTable } from '../RecordTable';
import { useFindingsState } from './useFindingsState';

const pageSize = 25;

interface Page<T> {
  items: T[];
  totalItems: number;
  nextCursor?: string;
}

interface FindingListProps<T> {
  /** Grows when the list may differ. */
  revision: number;
  load: (query: ListFindingsQuery, signal: AbortSignal) => Promise<Page<T>>;
  columns: RecordColumn<T>[];
}

/** One page of a list of what needs a look, with what the list means. */
export function FindingList<T>(props: FindingListProps<T>) {
  const { revision, load, columns } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { state, change } = useFindingsState();
  const { list, source, cursor, page } = state;
  const { value, error, loading, reload } = useLoad(
    signal => load({ source, cursor, limit: pageSize }, signal),
    [source, cursor, revision],
    { keep: true },
  );
  const turn = useTurnPages({
    page,
    cursor,
    nextCursor: value?.nextCursor,
    list: source ?? '',
    go: (index, at) => change({ cursor: at, page: at && `${index}` }),
  });
  if (error)
    return (
      <LoadFailure
        error={error}
        what={t(`findings.${list}.what`)}
        retry={reload}
      />
    );
  if (!value) return <LoadingRows rows={5} height={36} />;
  if (!value.items.length)
    return (
      <Notice kind="empty" title={t(`findings.${list}.empty`)}>
        {t(`findings.${list}.emptyHelp`)}
      </Notice>
    );
  return (
    <Box aria-busy={loading}>
      <Typography variant="body2" sx={{ mb: 1, maxWidth: 860 }}>
        {t(`findings.${list}.help`)}
      </Typography>
      <RecordTable
        label={t(`findings.${list}.list`)}
        empty={t(`findings.${list}.empty`)}
        rows={value.items}
        columns={columns}
        narrowColumns={3}
      />
      <Pager
        offset={page * pageSize}
        count={value.items.length}
        total={value.totalItems}
        {...turn}
      />
    </Box>
  );
}
