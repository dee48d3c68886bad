import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLoad } from '@modelyard/plugin-model-react';
import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { modelScorecardTranslationRef } from '../../translation';

/** Whether the audit chain of a model holds, checked by the backend just now. */
export function ChainStatus({
  modelRef,
  revision,
}: {
  modelRef: string;
  revision: number;
}) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  const { value, error } = useLoad(
    signal => api.verifyAudit({ model: modelRef }, { signal }),
    [api, modelRef, revision],
  );
  if (error)
    return <Typography variant="body2">{t('audit.unchecked')}</Typography>;
  if (!value) return null;
  if (value.ok) {
    return (
      <Typography variant="body2">
        {t('audit.holds', { count: value.entries })}
      </Typography>
    );
  }
  return (
    <Alert severity="error">
      {value.firstBadEntry
        ? t('audit.broken', value.firstBadEntry)
        : t('audit.brokenSomewhere')}
    </Alert>
  );
}
