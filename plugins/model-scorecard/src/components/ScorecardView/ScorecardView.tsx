import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  LoadFailure,
  LoadingRows,
  Notice,
  RelativeTime,
  useLoad,
} from '@modelyard/plugin-model-react';
import { Scorecard } from '@modelyard/plugin-model-scorecard-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { scorecardApiRef } from '../../api/scorecardApiRef';
import { modelScorecardTranslationRef } from '../../translation';
import { CheckList } from '../Checks/CheckList';
import { ReviewPanel } from '../Reviews/ReviewPanel';
import { EnvironmentSwitch } from './EnvironmentSwitch';
import { ScorecardAnswer } from './ScorecardAnswer';
import { useEnvironment } from './useEnvironment';

interface ScorecardViewProps {
  modelRef: string;
  version: string;
  /** Level of the headings inside. */
  heading: 'h3' | 'h4';
  /** Told when a decision was recorded. */
  onReviewed?: () => void;
}

function SmallPrint({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const { tier, pack, evaluatedAt, redated } = scorecard;
  const parts = [
    tier ? t('scorecard.tier', { tier }) : t('scorecard.noTier'),
    t('scorecard.pack', { id: pack.id, version: pack.version }),
    redated && t('scorecard.redated'),
  ].filter(Boolean);
  return (
    <Typography
      variant="caption"
      component="p"
      color="text.secondary"
      title={pack.digest}
    >
      {parts.join(' · ')} · {t('scorecard.evaluated')}{' '}
      <RelativeTime at={evaluatedAt} />
    </Typography>
  );
}

function Checks({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  if (scorecard.checks.length) return <CheckList scorecard={scorecard} />;
  return (
    <Notice kind="empty" title={t('scorecard.empty')}>
      {t('scorecard.emptyHelp')}
    </Notice>
  );
}

/** The scorecard of one version for one environment, with its reviews. */
export function ScorecardView(props: ScorecardViewProps) {
  const { modelRef, version, heading, onReviewed } = props;
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const api = useApi(scorecardApiRef);
  const { environment, choose } = useEnvironment();
  const { value, error, reload } = useLoad(
    signal => api.getScorecard(modelRef, version, environment, { signal }),
    [api, modelRef, version, environment],
  );
  const reviewed = () => {
    reload();
    onReviewed?.();
  };
  if (error)
    return (
      <LoadFailure error={error} what={t('scorecard.what')} retry={reload} />
    );
  if (!value) return <LoadingRows rows={8} height={56} />;
  return (
    <>
      <ScorecardAnswer scorecard={value} />
      <SmallPrint scorecard={value} />
      <Box sx={{ my: 2 }}>
        <EnvironmentSwitch environment={environment} onChange={choose} />
      </Box>
      <Checks scorecard={value} />
      <ReviewPanel scorecard={value} heading={heading} onReviewed={reviewed} />
    </>
  );
}
