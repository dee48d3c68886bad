import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { formatInstant, RelativeTime } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { formatDuration } from '../../format/duration';
import { modelCatalogTranslationRef } from '../../translation';

const minute = 60_000;

function Fact(props: { name: string; figure?: boolean; children: ReactNode }) {
  const { name, figure, children } = props;
  return (
    <Box
      sx={{
        minWidth: 0,
        textAlign: { md: figure ? 'right' : 'left' },
        gridColumn: { sm: `span ${figure ? 3 : 4}`, md: 'auto' },
      }}
    >
      <Typography component="dt" variant="caption" color="text.secondary">
        {name}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}
      >
        {children}
      </Typography>
    </Box>
  );
}

function LastRun({ run }: { run: ModelSource['lastRun'] }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (!run) return <>{t('sources.noRun')}</>;
  const { startedAt, durationMs, written } = run;
  const rows = t('sources.rows', { count: written });
  return (
    <span title={formatInstant(startedAt)}>
      {durationMs === undefined
        ? rows
        : t('sources.run', { duration: formatDuration(durationMs), rows })}
    </span>
  );
}

function NextTime({ at }: { at: string }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const left = Date.parse(at) - Date.now();
  if (left >= minute) return <RelativeTime at={at} />;
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {t(left > 0 ? 'sources.soon' : 'sources.due')}
    </time>
  );
}

function NextRun({ source }: { source: ModelSource }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { nextRunAt, takesEvents } = source;
  return (
    <>
      {nextRunAt ? <NextTime at={nextRunAt} /> : t('sources.byHand')}
      {takesEvents && (
        <Typography variant="caption" component="div" color="text.secondary">
          {t('sources.events')}
        </Typography>
      )}
    </>
  );
}

/** A count that leads to the list of what was counted. */
function CountLink(props: {
  source: string;
  list: 'removed' | 'conflicts';
  count: number;
}) {
  const { source, list, count } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const figure = count.toLocaleString('en');
  if (!count) return <>{figure}</>;
  const label = t(
    list === 'removed' ? 'sources.showTombstones' : 'sources.showConflicts',
    { number: figure, source },
  );
  return (
    <Link
      underline="always"
      to={`?${new URLSearchParams({ list, source })}#what-needs-a-look`}
      aria-label={label}
      title={label}
    >
      {figure}
    </Link>
  );
}

/** When a source was and will be read, and what it holds. */
export function SourceFacts({ source }: { source: ModelSource }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { id, lastSuccessAt, lastRun, counts } = source;
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: 'repeat(12, minmax(0, 1fr))',
          md: 'minmax(0, 1.3fr) minmax(0, 2fr) minmax(0, 1.6fr) repeat(4, minmax(0, .8fr))',
        },
        columnGap: 2,
        rowGap: 1,
        mt: 1,
        mb: 0,
      }}
    >
      <Fact name={t('sources.lastSuccess')}>
        {lastSuccessAt ? (
          <RelativeTime at={lastSuccessAt} />
        ) : (
          t('sources.never')
        )}
      </Fact>
      <Fact name={t('sources.lastRun')}>
        <LastRun run={lastRun} />
      </Fact>
      <Fact name={t('sources.nextRun')}>
        <NextRun source={source} />
      </Fact>
      <Fact figure name={t('sources.modelCount')}>
        {counts.models.toLocaleString('en')}
      </Fact>
      <Fact figure name={t('sources.versionCount')}>
        {counts.versions.toLocaleString('en')}
      </Fact>
      <Fact figure name={t('sources.tombstones')}>
        <CountLink source={id} list="removed" count={counts.tombstones} />
      </Fact>
      <Fact figure name={t('sources.conflicts')}>
        <CountLink source={id} list="conflicts" count={counts.conflicts} />
      </Fact>
    </Box>
  );
}
