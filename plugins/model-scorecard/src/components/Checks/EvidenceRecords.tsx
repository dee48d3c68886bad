import { Link } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DigestText,
  formatInstant,
  LoadFailure,
  LoadingRows,
  RelativeTime,
  safeHref,
  useLoad,
} from '@modelyard/plugin-model-react';
import {
  ScorecardCheck,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { trustOfRecord } from '../../domain/trustOf';
import { modelScorecardTranslationRef } from '../../translation';
import { DependenceCurves } from './DependenceCurves';
import { EvidenceRuns } from './EvidenceRuns';
import { MeasurementChart } from './MeasurementChart';
import { ReportButton } from './ReportButton';

function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <>
      <Typography component="dt" variant="body2" color="text.secondary">
        {name}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {children}
      </Typography>
    </>
  );
}

function claimsText(claims: StoredEvidence['claims']): string | undefined {
  const entries = Object.entries(claims ?? {});
  if (!entries.length) return undefined;
  return entries
    .map(
      ([name, value]) =>
        `${name}: ${Array.isArray(value) ? value.join(', ') : value}`,
    )
    .join('; ');
}

function datasetText(dataset: StoredEvidence['dataset']): string | undefined {
  if (!dataset) return undefined;
  const n =
    dataset.n === undefined ? undefined : `n ${dataset.n.toLocaleString('en')}`;
  return [dataset.name, dataset.split, n].filter(Boolean).join(', ');
}

function Producer({ producer }: { producer: StoredEvidence['producer'] }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const name = producer?.name ?? producer?.sub ?? producer?.issuer;
  const href = safeHref(producer?.runUrl);
  return (
    <>
      <Fact name={t('evidence.by')}>{name ?? t('evidence.unknown')}</Fact>
      <Fact name={t('evidence.run')}>
        {href && <Link to={href}>{t('evidence.openRun')}</Link>}
      </Fact>
    </>
  );
}

function Facts({ record }: { record: StoredEvidence }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: '170px 1fr',
        columnGap: 2,
        rowGap: 0.5,
        m: 0,
      }}
    >
      <Fact name={t('evidence.produced')}>
        <RelativeTime at={record.producedAt} />
        {record.redated &&
          record.originalProducedAt &&
          ` · ${t('evidence.moved', { at: formatInstant(record.originalProducedAt) })}`}
      </Fact>
      <Producer producer={record.producer} />
      <Fact name={t('evidence.trust')}>
        {t(`check.trust.${trustOfRecord(record)}`)}
      </Fact>
      <Fact name={t('evidence.format')}>{record.format}</Fact>
      <Fact name={t('evidence.dataset')}>{datasetText(record.dataset)}</Fact>
      <Fact name={t('evidence.claims')}>{claimsText(record.claims)}</Fact>
      <Fact name={t(record.invalid ? 'evidence.invalid' : 'evidence.problems')}>
        {record.problems.join('; ')}
      </Fact>
      <Fact name={t('evidence.digest')}>
        <DigestText digest={record.digest} copy />
      </Fact>
      <Fact name={t('evidence.raw')}>
        {record.raw && <DigestText digest={record.raw.digest} copy />}
      </Fact>
    </Box>
  );
}

/** The records behind a check: what, by whom, when, with which trust. */
export function EvidenceRecords({ check }: { check: ScorecardCheck }) {
  const { evidence: ids, runs = 0 } = check;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  const { value, error, reload } = useLoad(
    signal => Promise.all(ids.map(id => api.getEvidence(id, { signal }))),
    [api, ids.join(' ')],
  );
  if (!ids.length)
    return <Typography variant="body2">{t('check.noRecords')}</Typography>;
  if (error)
    return (
      <LoadFailure error={error} what={t('evidence.what')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={2} />;
  return (
    <>
      {value.map(record => (
        <Box key={record.id} sx={{ mb: 2 }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {t('evidence.record', {
              kind: record.kind,
              tool: record.tool.name,
              version: record.tool.version,
            })}
          </Typography>
          <MeasurementChart record={record} />
          <DependenceCurves record={record} />
          <Facts record={record} />
          <ReportButton record={record} />
          {runs > ids.length && <EvidenceRuns check={check} record={record} />}
        </Box>
      ))}
    </>
  );
}
