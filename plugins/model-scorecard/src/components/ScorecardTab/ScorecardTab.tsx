import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { VersionRow } from '@modelyard/plugin-model-catalog-common';
import {
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  Notice,
  useLoad,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { modelScorecardTranslationRef } from '../../translation';
import { AuditList } from '../Audit/AuditList';
import { ScorecardView } from '../ScorecardView/ScorecardView';

function VersionSelect(props: {
  versions: VersionRow[];
  version: string;
  onChange: (version: string) => void;
}) {
  const { versions, version, onChange } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const known = versions.some(row => row.version === version);
  return (
    <TextField
      select
      size="small"
      label={t('tab.version')}
      value={version}
      onChange={event => onChange(event.target.value)}
      sx={{ minWidth: 220 }}
    >
      {!known && <MenuItem value={version}>{version}</MenuItem>}
      {versions.map(row => (
        <MenuItem key={row.version} value={row.version}>
          {row.aliases.length
            ? t('tab.option', {
                version: row.version,
                aliases: row.aliases.join(', '),
              })
            : row.version}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Loaded({
  modelRef,
  versions,
}: {
  modelRef: string;
  versions: VersionRow[];
}) {
  const [params, setParams] = useSearchParams();
  const [revision, setRevision] = useState(0);
  const version = params.get('version') ?? versions[0].version;
  const choose = (chosen: string) =>
    setParams(before => {
      const next = new URLSearchParams(before);
      next.set('version', chosen);
      next.delete('check');
      return next;
    });
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <VersionSelect
          versions={versions}
          version={version}
          onChange={choose}
        />
      </Box>
      <ScorecardView
        modelRef={modelRef}
        version={version}
        heading="h3"
        onReviewed={() => setRevision(count => count + 1)}
      />
      <AuditList modelRef={modelRef} revision={revision} />
    </>
  );
}

/** The scorecard of any version of the Model, and the Model's audit list. */
export function ScorecardTab() {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const modelRef = stringifyEntityRef(useEntity().entity);
  const api = useApi(modelCatalogApiRef);
  const { value, error, reload } = useLoad(
    signal =>
      api.listVersions(
        modelRef,
        { limit: 500, sort: '-createdAt' },
        { signal },
      ),
    [api, modelRef],
  );
  if (error)
    return (
      <LoadFailure error={error} what={t('scorecard.what')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={8} height={56} />;
  if (!value.items.length) {
    return (
      <Notice kind="empty" title={t('tab.empty')}>
        {t('tab.emptyHelp')}
      </Notice>
    );
  }
  return <Loaded modelRef={modelRef} versions={value.items} />;
}
