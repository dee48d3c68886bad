import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  Notice,
  useLoad,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { chooseVersion } from '../../domain/chooseVersion';
import { environments } from '../../domain/environments';
import { modelScorecardTranslationRef } from '../../translation';
import { ScorecardSummary } from './ScorecardSummary';

/** The version to look at and its scorecards, the strictest environment first. */
function useSummary(modelRef: string) {
  const catalog = useApi(modelCatalogApiRef);
  const api = useApi(scorecardApiRef);
  return useLoad(
    async signal => {
      const chosen = chooseVersion(
        await catalog.getModel(modelRef, { signal }),
      );
      if (!chosen) return undefined;
      const scorecards = await Promise.all(
        environments.map(environment =>
          api.getScorecard(modelRef, chosen.version, environment, { signal }),
        ),
      );
      return { chosen, scorecards };
    },
    [catalog, api, modelRef],
  );
}

function Content({ modelRef }: { modelRef: string }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const { value, error, loading, reload } = useSummary(modelRef);
  const none = (
    <Notice kind="empty" title={t('tab.empty')}>
      {t('tab.emptyHelp')}
    </Notice>
  );
  if (error?.name === 'NotFoundError') return none;
  if (error)
    return (
      <LoadFailure error={error} what={t('scorecard.what')} retry={reload} />
    );
  if (loading && !value) return <LoadingRows rows={4} height={28} />;
  return value ? <ScorecardSummary {...value} /> : none;
}

/** The scorecard of the production version of a Model, or of its newest one. */
export function ScorecardCard() {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const modelRef = stringifyEntityRef(useEntity().entity);
  const links = useModelLinks();
  return (
    <EntityInfoCard
      title={t('scorecard.title')}
      footerActions={
        links && (
          <Link to={`${links.entity(modelRef)}/scorecard`}>
            {t('card.open')}
          </Link>
        )
      }
    >
      <Content modelRef={modelRef} />
    </EntityInfoCard>
  );
}
