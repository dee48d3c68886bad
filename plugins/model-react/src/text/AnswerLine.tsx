import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/**
 * The sentence that answers the question of a page or card: its first line.
 *
 * @public
 */
export function AnswerLine({ children }: { children: ReactNode }) {
  return (
    <Typography
      component="p"
      sx={{ fontSize: '1.25rem', lineHeight: 1.4, fontWeight: 500 }}
    >
      {children}
    </Typography>
  );
}
