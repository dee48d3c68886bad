import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/** One fact about a model, or a word for that there is none. */
export function Field(props: {
  name: string;
  none: string;
  children: ReactNode;
}) {
  const { name, none, children } = props;
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: '130px 1fr', gap: 1, mb: 1 }}
    >
      <Typography component="dt" variant="body2" color="text.secondary">
        {name}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {children || none}
      </Typography>
    </Box>
  );
}
