import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { VersionDetail } from '@modelyard/plugin-model-catalog-common';
import {
  AnswerLine,
  formatAge,
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  ModelVersionSection,
  useLoad,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useParams } from 'react-router-dom';
import { modelCatalogTranslationRef } from '../../translation';
import { LineageView } from '../Lineage/LineageView';
import { VersionNotices } from '../Versions/VersionMarks';
import { MlBomButton } from './MlBomButton';
import { Section } from './Section';
import { VersionFacts } from './VersionFacts';
import { VersionSections } from './VersionSections';

interface VersionPageProps {
  modelRef: string;
  sections: ModelVersionSection[];
}

function Answer({ detail }: { detail: VersionDetail }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { version, createdAt, createdBy } = detail;
  const age = formatAge(createdAt);
  if (!createdBy)
    return (
      <AnswerLine>{t('version.answerNoOne', { version, age })}</AnswerLine>
    );
  const by = humanizeEntityRef(
    parseEntityRef(createdBy, { defaultKind: 'user' }),
    {
      defaultKind: 'user',
    },
  );
  return <AnswerLine>{t('version.answer', { version, age, by })}</AnswerLine>;
}

function Loaded(props: VersionPageProps & { detail: VersionDetail }) {
  const { modelRef, sections, detail } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <article>
      <Typography component="h2" variant="h5">
        {t('version.title', { version: detail.version })}
      </Typography>
      <Answer detail={detail} />
      <VersionNotices row={detail} />
      <VersionFacts modelRef={modelRef} detail={detail} />
      <Box sx={{ mt: 2 }}>
        <MlBomButton modelRef={modelRef} version={detail.version} />
      </Box>
      {sections.map(({ id, title, Component }) => (
        <Section key={id} title={title}>
          <Component
            modelRef={modelRef}
            version={detail.version}
            digest={detail.digest}
          />
        </Section>
      ))}
      <VersionSections
        detail={detail}
        lineage={<LineageView modelRef={modelRef} version={detail.version} />}
      />
    </article>
  );
}

/** One version: contributed sections first, then what its source says. */
export function VersionPage({ modelRef, sections }: VersionPageProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { version = '' } = useParams();
  const links = useModelLinks();
  const api = useApi(modelCatalogApiRef);
  const { value, error, reload } = useLoad(
    signal => api.getVersion(modelRef, version, { signal }),
    [api, modelRef, version],
  );
  return (
    <>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {links && (
          <Link to={links.versions(modelRef)}>{t('version.back')}</Link>
        )}
      </Typography>
      {error && (
        <LoadFailure error={error} what={t('version.what')} retry={reload} />
      )}
      {!value && !error && <LoadingRows rows={6} />}
      {value && (
        <Loaded modelRef={modelRef} sections={sections} detail={value} />
      )}
    </>
  );
}
