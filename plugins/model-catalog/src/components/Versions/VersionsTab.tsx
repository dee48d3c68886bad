import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionPage } from '@modelyard/plugin-model-catalog-common';
import {
  AnswerLine,
  formatAge,
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  ModelVersionColumn,
  Notice,
  useLoad,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router-dom';
import { metricNames, metricSeries } from '../../format/metricSeries';
import { modelCatalogTranslationRef } from '../../translation';
import { ColumnProviders } from '../ColumnProviders';
import { AliasHistory } from './AliasHistory';
import { MetricPanel } from './MetricPanel';
import { useVersionsState } from './useVersionsState';
import { VersionsTable } from './VersionsTable';

const pageSize = 100;

function CompareButton(props: { modelRef: string; selected: string[] }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const links = useModelLinks();
  const navigate = useNavigate();
  const [left, right] = [...props.selected].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
  if (!links || !left || !right) {
    return (
      <Typography variant="body2" color="text.secondary">
        {t('versions.compareHint')}
      </Typography>
    );
  }
  return (
    <Button
      size="small"
      variant="contained"
      onClick={() => navigate(links.compare(props.modelRef, left, right))}
    >
      {t('versions.compare', { left, right })}
    </Button>
  );
}

function Pages(props: {
  next?: string;
  onFirst?: () => void;
  onNext: (cursor: string) => void;
}) {
  const { next, onFirst, onNext } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (!next && !onFirst) return null;
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, mt: 1 }}>
      <Button size="small" disabled={!onFirst} onClick={onFirst}>
        {t('versions.newer')}
      </Button>
      <Button
        size="small"
        disabled={!next}
        onClick={() => next && onNext(next)}
      >
        {t('versions.older')}
      </Button>
    </Box>
  );
}

function Loaded(props: {
  modelRef: string;
  page: VersionPage;
  columns: ModelVersionColumn[];
}) {
  const { modelRef, page, columns } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { state, toggle, choose, goTo } = useVersionsState();
  const rows = page.items;
  const names = metricNames(rows);
  const metric = names.find(name => name === state.metric) ?? names[0];
  const points = metric ? metricSeries(rows, metric) : [];
  return (
    <>
      <AnswerLine>
        {state.cursor
          ? t('versions.total', { count: page.totalItems })
          : t('versions.answer', {
              versions: t('versions.total', { count: page.totalItems }),
              newest: rows[0].version,
              age: formatAge(rows[0].createdAt),
            })}
      </AnswerLine>
      <Box sx={{ my: 2, minHeight: 32 }}>
        <CompareButton modelRef={modelRef} selected={state.selected} />
      </Box>
      <ColumnProviders columns={columns} table={{ modelRef, rows }}>
        <VersionsTable
          modelRef={modelRef}
          rows={rows}
          columns={columns}
          metric={metric}
          points={points}
          selected={state.selected}
          onToggle={toggle}
        />
      </ColumnProviders>
      <Pages
        next={page.nextCursor}
        onFirst={state.cursor ? () => goTo(undefined) : undefined}
        onNext={goTo}
      />
      <MetricPanel
        names={names}
        metric={metric}
        points={points}
        onChoose={choose}
      />
      <AliasHistory modelRef={modelRef} />
    </>
  );
}

/** All versions of a Model: table, chosen metric, two to compare. */
export function VersionsTab(props: {
  modelRef: string;
  columns: ModelVersionColumn[];
}) {
  const { modelRef, columns } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const { cursor } = useVersionsState().state;
  const { value, error, reload } = useLoad(
    signal =>
      api.listVersions(
        modelRef,
        { cursor, limit: pageSize, sort: '-createdAt' },
        { signal },
      ),
    [api, modelRef, cursor],
  );
  if (error)
    return (
      <LoadFailure error={error} what={t('versions.what')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={8} />;
  if (!value.items.length) {
    return (
      <Notice kind="empty" title={t('versions.empty')}>
        {t('versions.emptyHelp')}
      </Notice>
    );
  }
  return <Loaded modelRef={modelRef} page={value} columns={columns} />;
}
