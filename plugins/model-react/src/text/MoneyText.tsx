import Box from '@mui/material/Box';
import { formatMoney } from './money';

/**
 * An amount with its currency, short until hovered, in tabular figures.
 * `micros` are integer millionths of `currency`.
 *
 * @public
 */
export function MoneyText(props: { micros: number; currency: string }) {
  const { micros, currency } = props;
  return (
    <Box
      component="span"
      title={formatMoney(micros, currency, { exact: true })}
      sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
    >
      {formatMoney(micros, currency)}
    </Box>
  );
}
