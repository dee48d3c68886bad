import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { modelCatalogTranslationRef } from '../../translation';
import { ConfirmDialog } from '../ConfirmDialog';

interface HeldRemovalsProps {
  source: string;
  /** "120 models and 800 versions" */
  what: string;
  disabled: boolean;
  onAccept: () => void;
}

/** So much vanished at once that somebody has to look, and then accept it. */
export function HeldRemovals(props: HeldRemovalsProps) {
  const { source, what, disabled, onAccept } = props;
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const [asking, setAsking] = useState(false);
  return (
    <Alert
      severity="warning"
      sx={{ mt: 2 }}
      action={
        <Button
          color="inherit"
          size="small"
          variant="outlined"
          sx={{ whiteSpace: 'nowrap' }}
          disabled={disabled}
          onClick={() => setAsking(true)}
        >
          {t('sources.accept')}
        </Button>
      }
    >
      <strong>{t('sources.held', { what })}</strong> {t('sources.heldHelp')}
      {asking && (
        <ConfirmDialog
          title={t('sources.acceptTitle', { source })}
          confirm={t('sources.acceptConfirm', { source })}
          cancel={t('sources.acceptCancel')}
          onClose={() => setAsking(false)}
          onConfirm={async () => onAccept()}
        >
          <Typography>{t('sources.acceptWhat', { source, what })}</Typography>
          <Typography sx={{ mt: 1 }}>{t('sources.acceptKept')}</Typography>
        </ConfirmDialog>
      )}
    </Alert>
  );
}
