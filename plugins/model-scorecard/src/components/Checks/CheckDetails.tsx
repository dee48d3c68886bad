import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  findControl,
  ScorecardCheck,
} from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { modelScorecardTranslationRef } from '../../translation';
import { EvidenceRecords } from './EvidenceRecords';
import { SlicesTable } from './SlicesTable';

function worstFirst(slices: NonNullable<ScorecardCheck['slices']>) {
  return [...slices].sort((a, b) => Number(!a.worst) - Number(!b.worst));
}

const satisfied: ScorecardCheck['verdict'][] = [
  'pass',
  'waived',
  'not_applicable',
];

/** "EU AI Act 10(2)(f): Examination for possible biases". */
function controlText(id: string): string {
  const control = findControl(id);
  if (!control) return id;
  const part = id.slice(id.indexOf(':') + 1);
  return `${control.framework.title} ${part}: ${control.title}`;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box sx={{ mb: 2 }}>
      <Typography component="p" variant="subtitle2">
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** What an opened check shows: why, what to do, slices, records, controls. */
export function CheckDetails({ check }: { check: ScorecardCheck }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return (
    <>
      <Part title={t('check.reason')}>
        <Typography variant="body2">{check.reason}</Typography>
      </Part>
      {!satisfied.includes(check.verdict) && (
        <Part title={t('check.next')}>
          <Typography variant="body2">{check.remedy}</Typography>
        </Part>
      )}
      {check.slices && check.slices.length > 0 && (
        <Part title={t('check.slices')}>
          <SlicesTable slices={worstFirst(check.slices)} bound={check.bound} />
        </Part>
      )}
      <Part title={t('check.evidence')}>
        <EvidenceRecords check={check} />
      </Part>
      {check.controls.length > 0 && (
        <Part title={t('check.controls')}>
          <Box component="ul" sx={{ m: 0, pl: 2 }}>
            {check.controls.map(id => (
              <Typography component="li" variant="body2" key={id}>
                {controlText(id)}
              </Typography>
            ))}
          </Box>
        </Part>
      )}
    </>
  );
}
