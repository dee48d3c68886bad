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
import { defaultEnvironment, environments } from '../../domain/environments';
import { modelScorecardTranslationRef } from '../../translation';
import { ScorecardSummary } from './ScorecardSummary';

/**
 * The version to look at with its scorecards, the strictest environment first,
 * and that of the newest version where it is another one.
 */
function useSummary(modelRef: string) {
  const catalog = useApi(modelCatalogApiRef);
  const api = useApi(scorecardApiRef);
  return useLoad(
    async signal => {
      const model = await catalog.getModel(modelRef, { signal });
      const chosen = chooseVersion(model);
      if (!chosen) return undefined;
      const get = (version: string, environment: string) =>
        api.getScorecard(modelRef, version, environment, { signal });
      const newest = model.latestVersion?.version;
      const [scorecards, successor] = await Promise.all([
        Promise.all(
          environments.map(environment => get(chosen.version, environment)),
        ),
        newest && newest !== chosen.version
          ? get(newest, defaultEnvironment)
          : undefined,
      ]);
      return { chosen, scorecards, successor };
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
