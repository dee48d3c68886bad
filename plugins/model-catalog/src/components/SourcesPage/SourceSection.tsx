import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import { formatAge, SourceStateChip } from '@modelyard/plugin-model-react';
import SyncIcon from '@mui/icons-material/Sync';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { withoutFullStop } from '../../format/withoutFullStop';
import { SyncProgress, useSync } from '../../sync/useSync';
import { modelCatalogTranslationRef } from '../../translation';
import { HeldRemovals } from './HeldRemovals';
import { SourceFacts } from './SourceFacts';
import { SourceProblems } from './SourceProblems';
import { SyncReport } from './SyncReport';
import { useHeldText } from './useHeldText';

interface SourceSectionProps {
  source: ModelSource;
  /** Undefined until it is known. */
  mayAdminister: boolean | undefined;
  /** Id of the sentence that says why syncing is not for the reader. */
  whyNotId: string;
  onSynced: () => void;
}

function Heading(props: {
  id: string;
  source: ModelSource;
  disabled: boolean;
  whyNotId?: string;
  onSync: () => void;
}) {
  const { id, source, disabled, whyNotId, onSync } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        rowGap: 1,
      }}
    >
      <Typography component="h3" variant="h6" id={id}>
        {source.id}
      </Typography>
      <SourceStateChip state={source.state} />
      <Typography variant="body2" color="text.secondary">
        {t('sources.type', { type: source.type })}
        {source.isRunning && ` · ${t('sources.running')}`}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        startIcon={<SyncIcon />}
        disabled={disabled}
        aria-label={t('sources.syncOf', { source: source.id })}
        aria-describedby={whyNotId}
        onClick={onSync}
        sx={{ ml: 'auto' }}
      >
        {t('sources.sync')}
      </Button>
    </Box>
  );
}

/** What the last run says, unless that is told better by other parts of the row. */
function LastError(props: { source: ModelSource; progress: SyncProgress }) {
  const { source, progress } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { lastError, state, heldRemovals, problems } = source;
  const isTold = progress.phase === 'ended' && progress.run.state === 'failed';
  if (!lastError || isTold) return null;
  const message = withoutFullStop(lastError.message);
  const age = formatAge(lastError.at);
  if (state === 'failed')
    return (
      <Alert severity="error" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
        {t('sources.failed', { age, message })}
      </Alert>
    );
  if (heldRemovals || problems?.length) return null;
  return (
    <Alert severity="warning" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
      {t('sources.lastError', { message })}
    </Alert>
  );
}

/** One source: how it is, what it holds, what is wrong, and what one can do. */
export function SourceSection(props: SourceSectionProps) {
  const { source, mayAdminister, whyNotId, onSynced } = props;
  const id = useId();
  const { progress, start } = useSync(source.id, onSynced);
  const toText = useHeldText();
  const isBusy = progress.phase === 'running' || source.isRunning === true;
  const disabled = !mayAdminister || isBusy;
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ borderTop: 1, borderColor: 'divider', py: 2 }}
    >
      <Heading
        id={id}
        source={source}
        disabled={disabled}
        whyNotId={mayAdminister === false ? whyNotId : undefined}
        onSync={() => start()}
      />
      <SyncReport source={source.id} progress={progress} />
      <SourceFacts source={source} />
      <LastError source={source} progress={progress} />
      {source.heldRemovals && (
        <HeldRemovals
          source={source.id}
          what={toText(source.heldRemovals)}
          disabled={disabled}
          onAccept={() => start({ acceptRemovals: true })}
        />
      )}
      <SourceProblems source={source} />
    </Box>
  );
}
