import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ScorecardApproval } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { modelScorecardTranslationRef } from '../../translation';

/** Which roles must approve here, and what each has decided. */
export function Approvals({ approvals }: { approvals: ScorecardApproval[] }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  if (!approvals.length)
    return <Typography variant="body2">{t('review.notNeeded')}</Typography>;
  const text = ({ role, decision }: ScorecardApproval) =>
    decision
      ? t('review.decided', {
          role,
          decision: t(`review.decision.${decision}`),
        })
      : t('review.awaits', { role });
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        my: 1,
      }}
    >
      <Typography variant="body2">{t('review.needed')}:</Typography>
      {approvals.map(approval => (
        <Chip
          key={approval.role}
          size="small"
          variant="outlined"
          sx={{ m: 0 }}
          label={text(approval)}
        />
      ))}
    </Box>
  );
}
