import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SyncRun } from '@modelyard/plugin-model-catalog-common';
import Alert from '@mui/material/Alert';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { formatDuration } from '../../format/duration';
import { withoutFullStop } from '../../format/withoutFullStop';
import { SyncProgress } from '../../sync/useSync';
import { modelCatalogTranslationRef } from '../../translation';

function Running({ source, run }: { source: string; run?: SyncRun }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const text = run?.written
    ? t('sources.syncingRows', {
        source,
        rows: t('sources.rows', { count: run.written }),
      })
    : t('sources.syncing', { source });
  return (
    <>
      <LinearProgress aria-label={text} sx={{ mt: 1 }} />
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {text}
      </Typography>
    </>
  );
}

function Ended({ source, run }: { source: string; run: SyncRun }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  if (run.state === 'failed')
    return (
      <Alert severity="error" sx={{ mt: 1 }}>
        {t('sources.syncFailed', {
          source,
          reason: withoutFullStop(run.error ?? ''),
        })}
      </Alert>
    );
  return (
    <Typography variant="body2" sx={{ mt: 0.5 }}>
      {t('sources.synced', {
        source,
        duration: formatDuration(run.durationMs ?? 0),
        rows: t('sources.rows', { count: run.written ?? 0 }),
      })}
    </Typography>
  );
}

/** What became of a sync that was started here, told to screen readers as well. */
export function SyncReport(props: { source: string; progress: SyncProgress }) {
  const { source, progress } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <div role="status">
      {progress.phase === 'running' && (
        <Running source={source} run={progress.run} />
      )}
      {progress.phase === 'ended' && (
        <Ended source={source} run={progress.run} />
      )}
      {progress.phase === 'refused' && (
        <Alert severity="error" sx={{ mt: 1 }}>
          {t('sources.syncRefused', { source, reason: progress.reason })}
        </Alert>
      )}
      {progress.phase === 'lost' && (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {t('sources.syncLost', { source, reason: progress.reason })}
        </Alert>
      )}
    </div>
  );
}
