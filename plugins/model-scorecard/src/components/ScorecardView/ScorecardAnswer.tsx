import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AnswerLine } from '@modelyard/plugin-model-react';
import { Scorecard } from '@modelyard/plugin-model-scorecard-common';
import { modelScorecardTranslationRef } from '../../translation';

/** Whether the version may go to the environment, in one sentence. */
export function ScorecardAnswer({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const { gate, checks } = scorecard;
  const { environment } = gate;
  const total = `${checks.length}`;
  return (
    <AnswerLine>
      {gate.state === 'open'
        ? t('scorecard.open', { environment, total })
        : t('scorecard.blocked', {
            environment,
            total,
            count: gate.blockers.length,
          })}
    </AnswerLine>
  );
}
