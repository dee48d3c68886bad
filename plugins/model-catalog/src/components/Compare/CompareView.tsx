import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Comparison } from '@modelyard/plugin-model-catalog-common';
import {
  AnswerLine,
  LoadFailure,
  LoadingRows,
  modelCatalogApiRef,
  Notice,
  useLoad,
  useModelLinks,
} from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { useSearchParams } from 'react-router-dom';
import { modelCatalogTranslationRef } from '../../translation';
import { CardDifference } from './CardDifference';
import { DifferenceTable } from './DifferenceTable';
import { MetricComparison } from './MetricComparison';

function Loaded({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const { models } = comparison;
  const isOneModel = !models || models.left === models.right;
  const nameOf = (side: 'left' | 'right') =>
    isOneModel
      ? comparison[side].version
      : `${models[side].replace(/^.*\//, '')} ${comparison[side].version}`;
  const [left, right] = [nameOf('left'), nameOf('right')];
  const wins = (side: 'left' | 'right') =>
    `${comparison.metrics.filter(({ better }) => better === side).length}`;
  return (
    <>
      <Typography component="h2" variant="h5">
        {t('compare.title', { left, right })}
      </Typography>
      <AnswerLine>
        {t('compare.answer', {
          right,
          wins: wins('right'),
          losses: wins('left'),
          total: `${comparison.metrics.length}`,
        })}
      </AnswerLine>
      <MetricComparison comparison={comparison} />
      <DifferenceTable
        title={t('compare.params')}
        rows={comparison.params}
        left={left}
        right={right}
      />
      <DifferenceTable
        title={t('compare.datasets')}
        rows={comparison.datasets}
        left={left}
        right={right}
      />
      <DifferenceTable
        title={t('compare.artifacts')}
        rows={comparison.artifacts}
        left={left}
        right={right}
      />
      {comparison.license && (
        <DifferenceTable
          title={t('compare.license')}
          rows={[{ name: t('compare.license'), ...comparison.license }]}
          left={left}
          right={right}
        />
      )}
      {comparison.card && <CardDifference card={comparison.card} />}
    </>
  );
}

interface FetchedProps {
  modelRef: string;
  left: string;
  right: string;
  rightModel?: string;
}

function Fetched({ modelRef, left, right, rightModel }: FetchedProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const api = useApi(modelCatalogApiRef);
  const { value, error, reload } = useLoad(
    signal =>
      api.compareVersions(modelRef, { left, right, rightModel }, { signal }),
    [api, modelRef, left, right, rightModel],
  );
  if (error)
    return (
      <LoadFailure error={error} what={t('compare.what')} retry={reload} />
    );
  return value ? <Loaded comparison={value} /> : <LoadingRows rows={8} />;
}

/** What differs between the two versions that the URL names. */
export function CompareView({ modelRef }: { modelRef: string }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [params] = useSearchParams();
  const links = useModelLinks();
  const left = params.get('left');
  const right = params.get('right');
  const rightModel = params.get('rightModel') ?? undefined;
  const back = links && (
    <Link to={links.versions(modelRef)}>{t('version.back')}</Link>
  );
  if (!left || !right) {
    return (
      <Notice kind="empty" title={t('compare.missing')} action={back}>
        {t('compare.missingHelp')}
      </Notice>
    );
  }
  return (
    <>
      <Typography variant="body2" sx={{ mb: 1 }}>
        {back}
      </Typography>
      <Fetched {...{ modelRef, left, right, rightModel }} />
    </>
  );
}
