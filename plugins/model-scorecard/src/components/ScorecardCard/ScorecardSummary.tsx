import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  GateChip,
  RelativeTime,
  VerdictChip,
  verdicts,
} from '@modelyard/plugin-model-react';
import { Scorecard } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';
import { ChosenVersion } from '../../domain/chooseVersion';
import { modelScorecardTranslationRef } from '../../translation';
import { ScorecardAnswer } from '../ScorecardView/ScorecardAnswer';

interface ScorecardSummaryProps {
  chosen: ChosenVersion;
  /** One per environment, the strictest first. */
  scorecards: Scorecard[];
  /** Scorecard of the newest version where that is another one. */
  successor?: Scorecard;
}

const chips = {
  display: 'flex',
  flexWrap: 'wrap',
  gap: 1,
  alignItems: 'center',
} as const;

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Box sx={{ mt: 1.5 }}>
      <Typography variant="caption" component="div" color="text.secondary">
        {name}
      </Typography>
      <Box sx={chips}>{children}</Box>
    </Box>
  );
}

function Counts({ counts }: { counts: Scorecard['counts'] }) {
  return (
    <>
      {verdicts.map(verdict =>
        counts[verdict] ? (
          <Box
            key={verdict}
            component="span"
            sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}
          >
            <Typography
              component="span"
              sx={{ fontVariantNumeric: 'tabular-nums' }}
            >
              {counts[verdict]}
            </Typography>
            <VerdictChip verdict={verdict} />
          </Box>
        ) : undefined,
      )}
    </>
  );
}

function Successor({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const { gate, subject } = scorecard;
  const titles = scorecard.checks
    .filter(check => gate.blockers.includes(check.id))
    .map(check => check.title);
  return (
    <Line name={t('card.newest', { version: subject.version })}>
      <GateChip {...gate} />
      <Typography variant="body2">{titles.join(', ')}</Typography>
    </Line>
  );
}

/** Gate per environment, counts by verdict, and what blocks, by name. */
export function ScorecardSummary(props: ScorecardSummaryProps) {
  const { chosen, scorecards, successor } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const [first] = scorecards;
  const { version, alias } = chosen;
  const blockers = first.checks.filter(check =>
    first.gate.blockers.includes(check.id),
  );
  return (
    <>
      <Typography variant="body2" color="text.secondary">
        {alias
          ? t('card.byAlias', { version, alias })
          : t('card.newest', { version })}
      </Typography>
      <ScorecardAnswer scorecard={first} />
      <Line name={t('card.gates')}>
        {scorecards.map(({ gate }) => (
          <GateChip key={gate.environment} {...gate} />
        ))}
      </Line>
      <Line name={t('card.counts')}>
        <Counts counts={first.counts} />
      </Line>
      {blockers.length > 0 && (
        <Line name={t('card.blockers')}>
          <Typography variant="body2">
            {blockers.map(check => check.title).join(', ')}
          </Typography>
        </Line>
      )}
      {successor && <Successor scorecard={successor} />}
      <Typography
        variant="caption"
        component="p"
        color="text.secondary"
        sx={{ mt: 1 }}
      >
        {first.redated && `${t('scorecard.redated')} · `}
        {t('scorecard.evaluated')} <RelativeTime at={first.evaluatedAt} />
      </Typography>
    </>
  );
}
