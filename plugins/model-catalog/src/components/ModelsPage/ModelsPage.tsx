import { Content } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelPage } from '@modelyard/plugin-model-catalog-common';
import {
  Load,
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  ModelColumn,
  Notice,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { ColumnProviders } from '../ColumnProviders';
import { Pager } from '../paging/Pager';
import { useTurnPages } from '../paging/useTurnPages';
import { FilterRail } from './FilterRail';
import { ModelsAnswer } from './ModelsAnswer';
import { ModelsTable } from './ModelsTable';
import { SearchField } from './SearchField';
import { SourcesLink } from './SourcesLink';
import { useFacets } from './useFacets';
import {
  filterNames,
  isFiltered,
  pageSize,
  toQuery,
  useModelsState,
} from './useModelsState';

const noFilters = Object.fromEntries(
  ['q', ...filterNames].map(name => [name, undefined]),
);

function NoModels(props: { filtered: boolean; onClear: () => void }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (!props.filtered) {
    return (
      <Notice kind="empty" title={t('models.empty')}>
        {t('models.emptyHelp')}
      </Notice>
    );
  }
  const clear = (
    <Button size="small" variant="outlined" onClick={props.onClear}>
      {t('models.clear')}
    </Button>
  );
  return (
    <Notice kind="empty" title={t('models.noMatch')} action={clear}>
      {t('models.noMatchHelp')}
    </Notice>
  );
}

type Models = ReturnType<typeof useModelsState>;

function useModelPages({ state, change }: Models, nextCursor?: string) {
  const { q, filters, sort, page, cursor } = state;
  return useTurnPages({
    page,
    cursor,
    nextCursor,
    list: JSON.stringify([q, filters, sort]),
    go: (index, at) => change({ cursor: at, page: at && `${index}` }),
  });
}

function ModelsList(props: {
  models: Models;
  page: Load<ModelPage>;
  columns: ModelColumn[];
  filtered: boolean;
  onClear: () => void;
}) {
  const { models, page, columns, filtered, onClear } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { state, change } = models;
  const turn = useModelPages(models, page.value?.nextCursor);
  if (page.error) {
    return (
      <LoadFailure
        error={page.error}
        what={t('models.what')}
        retry={page.reload}
      />
    );
  }
  if (!page.value) return <LoadingRows rows={7} height={60} />;
  const { items, totalItems } = page.value;
  if (!items.length && !page.loading) {
    return <NoModels filtered={filtered} onClear={onClear} />;
  }
  return (
    <ColumnProviders columns={columns} table={{ rows: items }}>
      <ModelsTable
        rows={items}
        columns={columns}
        sort={state.sort}
        loading={page.loading}
        onSort={sort => change({ sort })}
      />
      <Pager
        offset={state.page * pageSize}
        count={items.length}
        total={totalItems}
        {...turn}
      />
    </ColumnProviders>
  );
}

/** All models the reader may see: search, filters, one page of rows. */
export function ModelsPage({ columns }: { columns: ModelColumn[] }) {
  const api = useApi(modelCatalogApiRef);
  const models = useModelsState();
  const { state, change } = models;
  const facets = useFacets(state);
  const page = useLoad(
    signal => api.listModels(toQuery(state), { signal }),
    [api, state],
    { keep: true },
  );
  const search = useCallback(
    (q: string) => change({ q }, { replace: true }),
    [change],
  );
  const filtered = isFiltered(state);
  const clear = () => change(noFilters);
  return (
    <Box component="main">
      <Content>
        <ModelsAnswer
          facets={facets.all}
          total={page.value?.totalItems}
          filtered={filtered}
        />
        <SourcesLink />
        <Box
          sx={{
            display: 'flex',
            flexDirection: { xs: 'column', md: 'row' },
            gap: 3,
            alignItems: { md: 'flex-start' },
            mt: 3,
          }}
        >
          <FilterRail
            facets={facets}
            filters={state.filters}
            onChange={(name, value) => change({ [name]: value })}
            onClear={clear}
          >
            <SearchField value={state.q} onChange={search} />
          </FilterRail>
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>
            <ModelsList
              models={models}
              page={page}
              columns={columns}
              filtered={filtered}
              onClear={clear}
            />
          </Box>
        </Box>
      </Content>
    </Box>
  );
}
