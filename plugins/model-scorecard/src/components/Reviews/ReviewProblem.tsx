import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Notice } from '@modelyard/plugin-model-react';
import { modelScorecardTranslationRef } from '../../translation';

function statusOf(error: Error): number | undefined {
  return 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;
}

/** Why a decision was not recorded, and what holds still. */
export function ReviewProblem({ error }: { error: Error }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const reason = error.message;
  switch (statusOf(error)) {
    case 403:
      return (
        <Notice kind="forbidden" title={t('review.forbidden')}>
          {t('review.forbiddenHelp', { reason })}
        </Notice>
      );
    case 409:
      return (
        <Notice kind="error" title={t('review.changed')}>
          {t('review.changedHelp')}
        </Notice>
      );
    default:
      return (
        <Notice kind="error" title={t('review.failed')}>
          {t('review.failedHelp', { reason })}
        </Notice>
      );
  }
}
