import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionDetail } from '@modelyard/plugin-model-catalog-common';
import { DigestText } from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import { modelCatalogTranslationRef } from '../../translation';
import { Fact } from './Fact';
import { SameVersions } from './SameVersions';
import { SourceLink } from './VersionSections';

function RunFact({ run }: { run: NonNullable<VersionDetail['run']> }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <>
      {run.url && (
        <Fact name={t('version.run')}>
          <SourceLink url={run.url} text={t('version.openRun')} />
        </Fact>
      )}
      {run.commit && (
        <Fact name={t('version.commit')}>
          <code>{run.commit}</code>
        </Fact>
      )}
    </>
  );
}

/** Digest, aliases, source and run of a version. */
export function VersionFacts(props: {
  modelRef: string;
  detail: VersionDetail;
}) {
  const { modelRef, detail } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { source, aliases, links, run } = detail;
  const labels = Object.entries(detail.labels ?? {});
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '130px 1fr' },
        columnGap: 2,
        rowGap: 1,
        mt: 2,
        mb: 0,
      }}
    >
      <Fact name={t('version.digest')}>
        <DigestText
          digest={detail.digest}
          digestKind={detail.digestKind}
          full
          copy
        />
        {detail.digestKind === 'record' && <div>{t('version.unverified')}</div>}
      </Fact>
      <SameVersions modelRef={modelRef} version={detail.version} />
      <Fact name={t('version.aliases')}>
        {aliases.length
          ? aliases.map(alias => (
              <Chip
                key={alias}
                size="small"
                label={alias}
                sx={{ m: 0, mr: 0.5 }}
              />
            ))
          : t('version.noAliases')}
      </Fact>
      <Fact name={t('version.source')}>
        {t('version.nativeId', { source: source.id, id: source.nativeId })}{' '}
        {source.uri && <SourceLink url={source.uri} />}
      </Fact>
      {run && <RunFact run={run} />}
      {labels.length > 0 && (
        <Fact name={t('version.labels')}>
          {labels.map(([key, value]) => (
            <div key={key}>{value ? `${key}: ${value}` : key}</div>
          ))}
        </Fact>
      )}
      {links.length > 0 && (
        <Fact name={t('version.links')}>
          {links.map(({ url, title }) => (
            <div key={url}>
              <SourceLink url={url} text={title} />
            </div>
          ))}
        </Fact>
      )}
    </Box>
  );
}
