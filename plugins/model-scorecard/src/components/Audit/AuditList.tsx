import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LoadFailure,
  LoadingRows,
  Notice,
  useLoad,
} from '@modelyard/plugin-model-react';
import { AuditPage } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router-dom';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { modelScorecardTranslationRef } from '../../translation';
import { AuditTable } from './AuditTable';
import { ChainStatus } from './ChainStatus';

interface AuditListProps {
  modelRef: string;
  /** Anything that grows when the chain has grown. */
  revision: number;
}

const pageSize = 25;

function useAuditCursor() {
  const [params, setParams] = useSearchParams();
  const goTo = (cursor: string | undefined) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (cursor) next.set('audit', cursor);
        else next.delete('audit');
        return next;
      },
      { preventScrollReset: true },
    );
  return { cursor: params.get('audit') ?? undefined, goTo };
}

function Entries(props: {
  page: AuditPage;
  first: boolean;
  goTo: (cursor: string | undefined) => void;
}) {
  const { page, first, goTo } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  if (!page.items.length) {
    return (
      <Notice kind="empty" title={t('audit.empty')}>
        {t('audit.emptyHelp')}
      </Notice>
    );
  }
  return (
    <>
      <AuditTable entries={page.items} />
      {(page.nextCursor || !first) && (
        <Box
          sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, mt: 1 }}
        >
          <Button size="small" disabled={first} onClick={() => goTo(undefined)}>
            {t('audit.newest')}
          </Button>
          <Button
            size="small"
            disabled={!page.nextCursor}
            onClick={() => goTo(page.nextCursor)}
          >
            {t('audit.older')}
          </Button>
        </Box>
      )}
    </>
  );
}

/** Who did what with a model, newest first, and whether the chain holds. */
export function AuditList({ modelRef, revision }: AuditListProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  const { cursor, goTo } = useAuditCursor();
  const { value, error, reload } = useLoad(
    signal =>
      api.listAudit({ model: modelRef, cursor, limit: pageSize }, { signal }),
    [api, modelRef, cursor],
    { keep: true },
  );
  useEffect(() => {
    if (revision) reload();
  }, [revision, reload]);
  return (
    <Box sx={{ mt: 4 }}>
      <Typography component="h3" variant="h6">
        {t('audit.title')}
      </Typography>
      <ChainStatus modelRef={modelRef} revision={revision} />
      {error && (
        <LoadFailure error={error} what={t('audit.what')} retry={reload} />
      )}
      {!value && !error && <LoadingRows rows={4} />}
      {value && !error && <Entries page={value} first={!cursor} goTo={goTo} />}
    </Box>
  );
}
