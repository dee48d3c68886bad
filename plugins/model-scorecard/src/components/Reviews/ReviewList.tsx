import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { RelativeTime } from '@modelyard/plugin-model-react';
import { Review } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelScorecardTranslationRef } from '../../translation';

/** Decisions that were recorded, newest first. */
export function ReviewList({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  if (!reviews.length)
    return <Typography variant="body2">{t('review.none')}</Typography>;
  return (
    <Box
      component="ol"
      aria-label={t('review.list')}
      sx={{ listStyle: 'none', p: 0, m: 0 }}
    >
      {reviews.map(review => (
        <Box
          component="li"
          key={review.id}
          sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}
        >
          <Typography variant="body2">
            <strong>
              {t('review.decided', {
                role: review.role,
                decision: t(`review.decision.${review.decision}`),
              })}
            </strong>{' '}
            ({review.environment}
            {review.superseded && `, ${t('review.superseded')}`}) ·{' '}
            <EntityRefLink entityRef={review.by} defaultKind="user" hideIcon />{' '}
            · <RelativeTime at={review.at} />
            {review.redated && ` · ${t('scorecard.redated')}`}
          </Typography>
          <Typography
            variant="body2"
            sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
          >
            {review.comment}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
