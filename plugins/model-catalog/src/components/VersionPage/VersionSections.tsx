import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VersionDetail } from '@modelyard/plugin-model-catalog-common';
import {
  DigestText,
  formatBytes,
  formatMetric,
  safeHref,
} from '@modelyard/plugin-model-react';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { ModelCard } from './ModelCard';
import { RecordTable } from '../RecordTable';
import { Section } from './Section';

interface Props {
  detail: VersionDetail;
}

/** An address from a registry: a link when a browser may follow it. */
export function SourceLink({ url, text }: { url: string; text?: string }) {
  const href = safeHref(url);
  return href ? <Link to={href}>{text ?? url}</Link> : <>{text ?? url}</>;
}

function Artifacts({ detail }: Props) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <RecordTable
      label={t('version.artifacts')}
      empty={t('version.noArtifacts')}
      rows={detail.artifacts}
      columns={[
        { header: t('version.uri'), cell: row => <SourceLink url={row.uri} /> },
        {
          header: t('version.digest'),
          cell: row => row.digest && <DigestText digest={row.digest} copy />,
        },
        { header: t('version.format'), cell: row => row.format },
        {
          header: t('version.size'),
          figure: true,
          cell: row =>
            row.sizeBytes !== undefined && formatBytes(row.sizeBytes),
        },
      ]}
    />
  );
}

function Metrics({ detail }: Props) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const direction = (higher: boolean | undefined) =>
    higher === undefined ? '' : t(higher ? 'version.higher' : 'version.lower');
  return (
    <RecordTable
      label={t('version.metrics')}
      empty={t('version.noMetrics')}
      rows={detail.metrics}
      columns={[
        { header: t('version.name'), cell: row => row.name },
        {
          header: t('version.value'),
          figure: true,
          cell: row => formatMetric(row.value),
        },
        {
          header: t('version.direction'),
          cell: row => direction(row.higherIsBetter),
        },
        { header: t('version.dataset'), cell: row => row.dataset },
        { header: t('version.split'), cell: row => row.split },
        {
          header: t('version.n'),
          figure: true,
          cell: row => row.n?.toLocaleString('en'),
        },
      ]}
    />
  );
}

function Params({ detail }: Props) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <RecordTable
      label={t('version.params')}
      empty={t('version.noParams')}
      rows={Object.entries(detail.params)}
      columns={[
        { header: t('version.name'), cell: ([name]) => name },
        { header: t('version.value'), cell: ([, value]) => value },
      ]}
    />
  );
}

function Datasets({ detail }: Props) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <RecordTable
      label={t('version.datasets')}
      empty={t('version.noDatasets')}
      rows={detail.datasets}
      columns={[
        { header: t('version.name'), cell: row => row.name },
        { header: t('version.role'), cell: row => row.role },
        {
          header: t('version.digest'),
          cell: row => row.digest && <DigestText digest={row.digest} copy />,
        },
      ]}
    />
  );
}

/** What the source says about the version, section by section. */
export function VersionSections(props: Props & { lineage: ReactNode }) {
  const { detail, lineage } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <>
      <Section title={t('version.artifacts')}>
        <Artifacts detail={detail} />
      </Section>
      <Section title={t('version.metrics')}>
        <Metrics detail={detail} />
      </Section>
      <Section title={t('version.params')}>
        <Params detail={detail} />
      </Section>
      <Section title={t('version.datasets')}>
        <Datasets detail={detail} />
      </Section>
      <Section title={t('lineage.title')}>{lineage}</Section>
      <Section title={t('version.card')}>
        {detail.card ? (
          <ModelCard text={detail.card.text} />
        ) : (
          <Typography variant="body2">{t('version.noCard')}</Typography>
        )}
      </Section>
    </>
  );
}
