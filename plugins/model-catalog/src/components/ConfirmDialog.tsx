import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { ReactNode, useId, useState } from 'react';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What the button does, as it is written on it. */
  confirm: string;
  cancel: string;
  /** Whether something is missing yet. Default: no. */
  incomplete?: boolean;
  onClose: () => void;
  /** Closes the dialog when it succeeds. */
  onConfirm: () => Promise<unknown>;
  /** What to say when that fails. Default: the reason alone. */
  failed?: (reason: string) => string;
}

/** Asks before something happens, says what will, and stays open when it fails. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, children, confirm, cancel, incomplete, failed } = props;
  const { onClose, onConfirm } = props;
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState<string>();
  const run = async () => {
    setBusy(true);
    setReason(undefined);
    try {
      await onConfirm();
      onClose();
    } catch (cause) {
      setReason(cause instanceof Error ? cause.message : String(cause));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        {children}
        {reason && (
          <Alert severity="error" sx={{ mt: 2 }}>
            {failed?.(reason) ?? reason}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{cancel}</Button>
        <Button variant="contained" disabled={busy || incomplete} onClick={run}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
