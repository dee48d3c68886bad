import { Link } from '@backstage/core-components';
import {
  useApi,
  useRouteRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { SourceState } from '@modelyard/plugin-model-catalog-common';
import { modelCatalogApiRef, useLoad } from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { sourcesRouteRef } from '../../routes';
import { modelCatalogTranslationRef } from '../../translation';

const states: SourceState[] = ['fresh', 'stale', 'failed'];

/** How the sources are, in a few words, with the way to their page. */
export function SourcesLink() {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const path = useRouteRef(sourcesRouteRef);
  const { value } = useLoad(signal => api.listSources({ signal }), [api]);
  if (!path) return null;
  const counts = states.flatMap(state => {
    const count = value?.items.filter(one => one.state === state).length;
    return count ? t(`sources.count.${state}`, { number: `${count}` }) : [];
  });
  return (
    <Typography variant="body2" sx={{ mt: 0.5 }}>
      <Link to={path()} underline="always">
        {counts.length
          ? t('sources.linkStates', { states: counts.join(', ') })
          : t('sources.link')}
      </Link>
    </Typography>
  );
}
