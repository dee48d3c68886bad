import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@mui/material/Button';
import { Notice } from '../notice/Notice';
import { modelReactTranslationRef } from '../translation';

/**
 * Props of {@link LoadFailure}.
 *
 * @public
 */
export interface LoadFailureProps {
  error: Error;
  /** What was to be loaded, as the subject of a sentence: `The versions`. */
  what: string;
  retry?: () => void;
}

function statusOf(error: Error): number | undefined {
  if ('statusCode' in error && typeof error.statusCode === 'number') {
    return error.statusCode;
  }
  return error.name === 'NotAllowedError' ? 403 : undefined;
}

/**
 * Says why something could not be loaded: 403 names who can help, 404 does not
 * tell missing from hidden, everything else can be tried again.
 *
 * @public
 */
export function LoadFailure({ error, what, retry }: LoadFailureProps) {
  const { t } = useTranslationRef(modelReactTranslationRef);
  const status = statusOf(error);
  if (status === 403 || status === 401) {
    return (
      <Notice kind="forbidden" title={t('notice.forbidden')}>
        {t('notice.forbiddenHelp')}
      </Notice>
    );
  }
  if (status === 404) {
    return (
      <Notice kind="forbidden" title={t('notice.missing', { what })}>
        {t('notice.forbiddenHelp')}
      </Notice>
    );
  }
  const action = retry && (
    <Button size="small" variant="outlined" onClick={retry}>
      {t('notice.retry')}
    </Button>
  );
  return (
    <Notice kind="error" title={t('notice.failed', { what })} action={action}>
      {t('notice.failedHelp', { reason: error.message })}
    </Notice>
  );
}
