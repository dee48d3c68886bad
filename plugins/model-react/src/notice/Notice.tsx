import ErrorOutlineIcon from '@mui/icons-material/ErrorOutline';
import InboxIcon from '@mui/icons-material/Inbox';
import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/**
 * Props of {@link Notice}.
 *
 * @public
 */
export interface NoticeProps {
  kind: 'empty' | 'error' | 'forbidden';
  /** What is the case, as one sentence. */
  title: string;
  /** Why, what is still true, and who can help. */
  children?: ReactNode;
  /** The one thing to do. */
  action?: ReactNode;
}

const icons = {
  empty: InboxIcon,
  error: ErrorOutlineIcon,
  forbidden: LockOutlinedIcon,
};

/**
 * Stands where content would be when there is none to show: empty, failed or
 * not for this person.
 *
 * @public
 */
export function Notice({ kind, title, children, action }: NoticeProps) {
  const Icon = icons[kind];
  return (
    <Box
      role={kind === 'error' ? 'alert' : 'status'}
      sx={{ display: 'flex', gap: 2, py: 3, alignItems: 'flex-start' }}
    >
      <Icon aria-hidden color={kind === 'error' ? 'error' : 'inherit'} />
      <Box sx={{ minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{title}</Typography>
        {children && (
          <Typography component="div" variant="body2" color="text.secondary">
            {children}
          </Typography>
        )}
        {action && <Box sx={{ mt: 1 }}>{action}</Box>}
      </Box>
    </Box>
  );
}
