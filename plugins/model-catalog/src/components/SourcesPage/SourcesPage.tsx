import { Content, Link } from '@backstage/core-components';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { ModelSource } from '@modelyard/plugin-model-catalog-common';
import {
  AnswerLine,
  LoadFailure,
  LoadingRows,
  Notice,
} from '@modelyard/plugin-model-react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { rootRouteRef } from '../../routes';
import { modelCatalogTranslationRef } from '../../translation';
import { Findings } from '../Findings/Findings';
import { useAdministered } from '../useAdministered';
import { SourcesAnswer } from './SourcesAnswer';
import { SourceSection } from './SourceSection';
import { useSources } from './useSources';

function Loaded(props: {
  sources: ModelSource[];
  revision: number;
  onSynced: () => void;
}) {
  const { sources, revision, onSynced } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const administered = useAdministered(sources.map(({ id }) => id));
  const whyNotId = useId();
  if (!sources.length)
    return (
      <Notice kind="empty" title={t('sources.empty')}>
        {t('sources.emptyHelp')}
      </Notice>
    );
  return (
    <>
      <SourcesAnswer sources={sources} administered={administered} />
      {administered && administered.size < sources.length && (
        <Typography
          id={whyNotId}
          variant="body2"
          color="text.secondary"
          sx={{ mt: 0.5 }}
        >
          {t('sources.mayNot')}
        </Typography>
      )}
      <Box sx={{ mt: 3, borderBottom: 1, borderColor: 'divider' }}>
        {sources.map(source => (
          <SourceSection
            key={source.id}
            source={source}
            mayAdminister={administered?.has(source.id)}
            whyNotId={whyNotId}
            onSynced={onSynced}
          />
        ))}
      </Box>
      <Findings sources={sources.map(({ id }) => id)} revision={revision} />
    </>
  );
}

function Loading() {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <>
      <AnswerLine>{t('sources.searching')}</AnswerLine>
      <Box sx={{ mt: 3 }}>
        <LoadingRows rows={4} height={96} />
      </Box>
    </>
  );
}

/** Every source with its health, and what of its models needs a look. */
export function SourcesPage() {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const models = useRouteRef(rootRouteRef);
  const { sources, error, reload, revision } = useSources();
  return (
    <Box component="main">
      <Content>
        {models && (
          <Typography variant="body2" sx={{ mb: 1 }}>
            <Link to={models()}>{t('sources.back')}</Link>
          </Typography>
        )}
        <Typography component="h2" variant="h5">
          {t('sources.title')}
        </Typography>
        {error && (
          <LoadFailure error={error} what={t('sources.what')} retry={reload} />
        )}
        {error && sources && (
          <Typography variant="body2">{t('sources.stillShown')}</Typography>
        )}
        {!sources && !error && <Loading />}
        {sources && (
          <Loaded sources={sources} revision={revision} onSynced={reload} />
        )}
      </Content>
    </Box>
  );
}
