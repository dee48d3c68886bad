import { Theme } from '@mui/material/styles';

/**
 * Brings the widgets of the form, which are not ours, into the look of the
 * fields that are: small headings, no rules, one colour, readable errors.
 */
export function formStyles({ palette }: Theme) {
  // The theme's red is too dark on dark cards.
  const red = palette.mode === 'dark' ? '#ffb4ab' : palette.error.main;
  return {
    typography: 'body1',
    pt: 1,
    '& h5': { fontSize: '1rem', fontWeight: 600 },
    '& .MuiDivider-root': { display: 'none' },
    '& .MuiGrid-item': { marginBottom: '0 !important' },
    '& .MuiCheckbox-root.Mui-checked': { color: 'primary.main' },
    // Both Material UIs are on the page; one puts a prefix before its classes.
    '& .Mui-error[class*="MuiFormHelperText-root"]': { color: red },
    '& .Mui-error[class*="MuiFormLabel-root"]': { color: red },
  };
}
