import Box from '@mui/material/Box';
import SvgIcon from '@mui/material/SvgIcon';
import { ReactNode } from 'react';
import { ChipColors } from './verdictColors';

/** The common frame of verdict and gate chips: icon, word, colour. */
export function StatusChip(props: {
  icon: typeof SvgIcon;
  colors: ChipColors;
  children: ReactNode;
}) {
  const { icon: Icon, colors, children } = props;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        height: 24,
        px: 1,
        borderRadius: '12px',
        borderWidth: colors.borderStyle === 'none' ? 0 : '1px',
        borderStyle: colors.borderStyle,
        borderColor: colors.border,
        backgroundColor: colors.background ?? 'transparent',
        color: colors.text,
        fontFamily: theme => theme.typography.fontFamily,
        fontSize: '0.8125rem',
        fontWeight: 600,
        lineHeight: 1,
        whiteSpace: 'nowrap',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      <span>{children}</span>
    </Box>
  );
}
