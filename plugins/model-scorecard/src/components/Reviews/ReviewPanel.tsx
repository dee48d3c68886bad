import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import {
  LoadFailure,
  LoadingRows,
  useLoad,
} from '@modelyard/plugin-model-react';
import {
  ReviewRole,
  Scorecard,
} from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { modelScorecardTranslationRef } from '../../translation';
import { Approvals } from './Approvals';
import { ReviewForm } from './ReviewForm';
import { ReviewList } from './ReviewList';

interface ReviewPanelProps {
  scorecard: Scorecard;
  heading: 'h3' | 'h4';
  onReviewed: () => void;
}

function holdersOf(roles: ReviewRole[]): string {
  const text = (ref: string) =>
    humanizeEntityRef(parseEntityRef(ref, { defaultKind: 'group' }), {
      defaultKind: 'group',
    });
  return roles
    .map(({ name, groups }) => `${name} (${groups.map(text).join(', ')})`)
    .join('; ');
}

function Decide(
  props: Omit<ReviewPanelProps, 'heading'> & { roles: ReviewRole[] },
) {
  const { scorecard, roles, onReviewed } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const [done, setDone] = useState('');
  const held = roles.filter(role => role.held).map(role => role.name);
  const { environment } = scorecard.gate;
  return (
    <>
      {held.length > 0 ? (
        <ReviewForm
          key={environment}
          subject={scorecard.subject}
          environment={environment}
          roles={held}
          onRecorded={(role, decision) => {
            setDone(
              t('review.recorded', {
                role,
                decision: t(`review.decision.${decision}`),
              }),
            );
            onReviewed();
          }}
        />
      ) : (
        <Typography variant="body2" sx={{ my: 1 }}>
          {t('review.notHeld')}{' '}
          {t('review.holders', { roles: holdersOf(roles) })}
        </Typography>
      )}
      <Typography role="status" variant="body2" sx={{ fontWeight: 600 }}>
        {done}
      </Typography>
    </>
  );
}

/** Who must approve, the reader's own decision, and all decisions so far. */
export function ReviewPanel({
  scorecard,
  heading,
  onReviewed,
}: ReviewPanelProps) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  const { ref, version } = scorecard.subject;
  const { value, error, reload } = useLoad(
    signal =>
      Promise.all([
        api.listReviews({ model: ref, version, limit: 100 }, { signal }),
        api.listRoles({ signal }),
      ]),
    [api, ref, version],
  );
  const reviewed = () => {
    reload();
    onReviewed();
  };
  const content = () => {
    if (error)
      return (
        <LoadFailure error={error} what={t('review.what')} retry={reload} />
      );
    if (!value) return <LoadingRows rows={2} />;
    const [reviews, roles] = value;
    return (
      <>
        <Decide
          scorecard={scorecard}
          roles={roles.items}
          onReviewed={reviewed}
        />
        <ReviewList reviews={reviews.items} />
      </>
    );
  };
  return (
    <Box sx={{ mt: 4 }}>
      <Typography component={heading} variant="h6">
        {t('review.title', { environment: scorecard.gate.environment })}
      </Typography>
      <Approvals approvals={scorecard.approvals} />
      {content()}
    </Box>
  );
}
