import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RelativeTime, VerdictChip } from '@modelyard/plugin-model-react';
import { ScorecardCheck } from '@modelyard/plugin-model-scorecard-common';
import ExpandMoreIcon from '@mui/icons-material/ExpandMore';
import Accordion from '@mui/material/Accordion';
import AccordionDetails from '@mui/material/AccordionDetails';
import AccordionSummary from '@mui/material/AccordionSummary';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { trustOfCheck } from '../../domain/trustOf';
import { modelScorecardTranslationRef } from '../../translation';
import { CheckDetails } from './CheckDetails';
import { IntervalPlot } from './IntervalPlot';
import { useCheckText } from './useCheckText';

interface CheckRowProps {
  check: ScorecardCheck;
  blocks: boolean;
  open: boolean;
  onToggle: () => void;
}

const columns = {
  display: 'grid',
  width: '100%',
  columnGap: 2,
  rowGap: 1,
  alignItems: 'center',
  gridTemplateColumns: { xs: '1fr', md: '140px minmax(0, 1fr) 200px 170px' },
};

function Figure({ check }: { check: ScorecardCheck }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const text = useCheckText();
  const { value, interval, bound } = check;
  if (value === undefined || !(interval || bound)) {
    return (
      <Typography variant="caption" color="text.secondary">
        {t('check.noValue')}
      </Typography>
    );
  }
  return (
    <Box>
      <IntervalPlot value={value} interval={interval} bound={bound} />
      <Typography
        variant="caption"
        component="div"
        sx={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {text.value(value, interval)}
      </Typography>
    </Box>
  );
}

function Evidence({ check }: { check: ScorecardCheck }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const trust = trustOfCheck(check);
  if (!check.evidence.length) {
    return (
      <Typography variant="caption" color="text.secondary">
        {t('check.noEvidence')}
      </Typography>
    );
  }
  return (
    <Typography variant="caption" component="div">
      {trust && t(`check.trust.${trust}`)}
      {check.producedAt && (
        <>
          {trust && ', '}
          <RelativeTime at={check.producedAt} />
        </>
      )}
      {check.runs !== undefined && check.runs > 1 && (
        <div>{t('check.runs', { runs: String(check.runs) })}</div>
      )}
      {check.redated && <div>{t('scorecard.redated')}</div>}
    </Typography>
  );
}

/** A check in one line; opened it shows its evidence and what to do next. */
export function CheckRow({ check, blocks, open, onToggle }: CheckRowProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const marks = [
    check.area,
    blocks && t('check.blocks'),
    check.severity === 'waivable' && t('check.waivable'),
  ].filter(Boolean);
  return (
    <Accordion
      disableGutters
      square
      elevation={0}
      expanded={open}
      onChange={onToggle}
      slotProps={{ transition: { unmountOnExit: true } }}
      sx={{ borderBottom: 1, borderColor: 'divider', bgcolor: 'transparent' }}
    >
      <AccordionSummary expandIcon={<ExpandMoreIcon />} sx={{ px: 0 }}>
        <Box sx={columns}>
          <div>
            <VerdictChip verdict={check.verdict} />
          </div>
          <Box sx={{ minWidth: 0 }}>
            <Typography component="span" sx={{ fontWeight: 600 }}>
              {check.title}
            </Typography>{' '}
            <Typography
              component="span"
              variant="caption"
              color="text.secondary"
            >
              {check.id} · {marks.join(', ')}
            </Typography>
            <Typography variant="body2">{check.rule}</Typography>
          </Box>
          <Figure check={check} />
          <Evidence check={check} />
        </Box>
      </AccordionSummary>
      <AccordionDetails sx={{ pl: { xs: 0, md: '156px' } }}>
        <CheckDetails check={check} />
      </AccordionDetails>
    </Accordion>
  );
}
