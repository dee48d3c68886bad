import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionRow } from '@modelyard/plugin-model-catalog-common';
import { formatInstant } from '@modelyard/plugin-model-react';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import { modelCatalogTranslationRef } from '../../translation';

/** Words for what is out of the ordinary with a version, in a list. */
export function VersionMarks({ row }: { row: VersionRow }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <>
      {row.conflict && (
        <Chip
          size="small"
          variant="outlined"
          label={t('versions.conflict')}
          sx={{ m: 0, ml: 1 }}
        />
      )}
      {row.tombstone && (
        <Chip
          size="small"
          variant="outlined"
          label={t('versions.tombstone')}
          sx={{ m: 0, ml: 1 }}
        />
      )}
      {row.status !== 'ready' && !row.tombstone && (
        <Chip
          size="small"
          variant="outlined"
          label={t(`versions.status.${row.status}`)}
          sx={{ m: 0, ml: 1 }}
        />
      )}
    </>
  );
}

/** The same in full sentences, on the page of the version. */
export function VersionNotices({ row }: { row: VersionRow }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <>
      {row.conflict && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {t('versions.conflictHelp', {
            digest: row.conflict.digest,
            at: formatInstant(row.conflict.at),
          })}
        </Alert>
      )}
      {row.tombstone && (
        <Alert severity="info" sx={{ mt: 2 }}>
          {t('versions.tombstoneHelp', {
            at: formatInstant(row.tombstone.at),
            reason: row.tombstone.reason,
          })}
        </Alert>
      )}
    </>
  );
}
