import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatMetric,
  LoadFailure,
  LoadingRows,
  RelativeTime,
  useLoad,
} from '@modelyard/plugin-model-react';
import {
  ScorecardCheck,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { trustOfRecord } from '../../domain/trustOf';
import { modelScorecardTranslationRef } from '../../translation';

const mostRuns = 50;

interface EvidenceRunsProps {
  check: ScorecardCheck;
  /** The record of the kind that the check rests on. */
  record: StoredEvidence;
}

function stateOf(run: StoredEvidence, counted: StoredEvidence) {
  if (run.invalid) return 'notBelieved' as const;
  if (!run.usable) return 'provesNothing' as const;
  return run.id === counted.id ? ('counts' as const) : ('notCounted' as const);
}

function RunRow({
  run,
  check,
  record,
}: EvidenceRunsProps & { run: StoredEvidence }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const figures = run.metrics.filter(({ key }) => key === check.metric);
  return (
    <TableRow selected={run.id === record.id}>
      <TableCell>
        <RelativeTime at={run.producedAt} />
      </TableCell>
      <TableCell>
        {run.tool.name} {run.tool.version}
      </TableCell>
      <TableCell>{t(`check.trust.${trustOfRecord(run)}`)}</TableCell>
      <TableCell align="right">
        {figures.map(({ value }) => formatMetric(value)).join(', ')}
      </TableCell>
      <TableCell>{t(`evidence.${stateOf(run, record)}`)}</TableCell>
    </TableRow>
  );
}

function RunsTable({ check, record }: EvidenceRunsProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  const { subject, kind } = record;
  const { value, error, reload } = useLoad(
    signal =>
      api.listEvidence(
        { model: subject.ref, version: subject.version, kind, limit: mostRuns },
        { signal },
      ),
    [api, subject.ref, subject.version, kind],
  );
  const title = t('evidence.runs', { kind });
  if (error) return <LoadFailure error={error} what={title} retry={reload} />;
  if (!value) return <LoadingRows rows={2} />;
  const { items, totalItems } = value;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={title}>
      <Table size="small" aria-label={title}>
        <TableHead>
          <TableRow>
            <TableCell>{t('evidence.produced')}</TableCell>
            <TableCell>{t('evidence.tool')}</TableCell>
            <TableCell>{t('evidence.trust')}</TableCell>
            <TableCell align="right">
              {check.metric ?? t('check.figure')}
            </TableCell>
            <TableCell>{t('evidence.state')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {items.map(run => (
            <RunRow key={run.id} run={run} check={check} record={record} />
          ))}
        </TableBody>
      </Table>
      {items.length < totalItems && (
        <Typography variant="caption" color="text.secondary">
          {t('evidence.moreRuns', {
            shown: String(items.length),
            total: String(totalItems),
          })}
        </Typography>
      )}
    </TableContainer>
  );
}

/** Every run of a kind that was handed in, so that none is picked unseen. */
export function EvidenceRuns({ check, record }: EvidenceRunsProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const [open, setOpen] = useState(false);
  const { kind } = record;
  return (
    <>
      <Button
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        sx={{ mt: 1 }}
      >
        {open ? t('evidence.hideRuns') : t('evidence.showRuns', { kind })}
      </Button>
      {open && <RunsTable check={check} record={record} />}
    </>
  );
}
