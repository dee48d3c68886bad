import Typography from '@mui/material/Typography';
import { ReactNode } from 'react';

/** One fact about a version, for a list of them. */
export function Fact(props: { name: string; children: ReactNode }) {
  return (
    <>
      <Typography component="dt" variant="body2" color="text.secondary">
        {props.name}
      </Typography>
      <Typography
        component="dd"
        variant="body2"
        sx={{ m: 0, minWidth: 0, overflowWrap: 'anywhere' }}
      >
        {props.children}
      </Typography>
    </>
  );
}
