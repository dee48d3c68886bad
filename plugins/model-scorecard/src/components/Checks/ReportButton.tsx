import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { DownloadButton } from '@modelyard/plugin-model-react';
import { StoredEvidence } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { modelScorecardTranslationRef } from '../../translation';

/** Saves the report behind a record, as the tool wrote it. */
export function ReportButton({ record }: { record: StoredEvidence }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  if (!record.raw) return null;
  return (
    <Box sx={{ mt: 1 }}>
      <DownloadButton
        label={t('evidence.download')}
        name={`${record.kind}-${record.raw.digest.slice(7, 19)}.json`}
        type="application/octet-stream"
        load={() => api.getEvidenceDocument(record.id)}
        failed={reason => t('evidence.downloadFailed', { reason })}
      />
    </Box>
  );
}
