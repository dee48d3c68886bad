import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { VerdictChip, verdicts } from '@modelyard/plugin-model-react';
import { ScorecardCheck } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { CheckFilter } from '../../domain/filterChecks';
import { modelScorecardTranslationRef } from '../../translation';

interface CheckFilterBarProps {
  checks: ScorecardCheck[];
  filter: CheckFilter;
  /** How many checks the filter lets through. */
  shown: number;
  onChange: (filter: CheckFilter) => void;
}

interface VerdictSelectProps {
  checks: ScorecardCheck[];
  verdict: CheckFilter['verdict'];
  onChange: (verdict: CheckFilter['verdict']) => void;
}

function VerdictSelect({ checks, verdict, onChange }: VerdictSelectProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const present = verdicts.filter(
    one => one === verdict || checks.some(check => check.verdict === one),
  );
  return (
    <TextField
      select
      size="small"
      label={t('check.show')}
      value={verdict ?? 'all'}
      onChange={({ target }) =>
        onChange(present.find(one => one === target.value))
      }
      sx={{ minWidth: 180 }}
    >
      <MenuItem value="all">{t('check.all')}</MenuItem>
      {present.map(one => (
        <MenuItem key={one} value={one}>
          <VerdictChip verdict={one} />
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Search in the checks, and one verdict of them. */
export function CheckFilterBar(props: CheckFilterBarProps) {
  const { checks, filter, shown, onChange } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  return (
    <Box
      role="search"
      sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}
    >
      <TextField
        size="small"
        type="search"
        label={t('check.search')}
        value={filter.search}
        onChange={({ target }) => onChange({ ...filter, search: target.value })}
        sx={{ minWidth: 240 }}
      />
      <VerdictSelect
        checks={checks}
        verdict={filter.verdict}
        onChange={verdict => onChange({ ...filter, verdict })}
      />
      <Typography variant="caption" color="text.secondary" role="status">
        {t('check.shown', { count: shown })}
      </Typography>
    </Box>
  );
}
