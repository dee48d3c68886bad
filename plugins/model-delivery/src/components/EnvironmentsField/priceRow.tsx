import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { formatRange } from '../form/formatRange';
import { CellProps, EnvironmentRow } from './cell';
import { priceOf } from './price';

function PriceCell({ value, runtime, used, compute }: CellProps) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const price = priceOf(value, runtime, compute.prices);
  if (!price || !compute.prices) {
    return (
      <Typography variant="body2" sx={{ pt: 1 }}>
        {t('environmentsField.unpriced')}
      </Typography>
    );
  }
  const { currency } = compute.prices;
  const range = formatRange(price.low, price.high, currency);
  return (
    <Typography
      variant="body2"
      color={used ? 'text.primary' : 'text.secondary'}
      sx={{ fontVariantNumeric: 'tabular-nums', pt: 1 }}
    >
      {price.per === 'month'
        ? range
        : t('environmentsField.perHour', { range })}
    </Typography>
  );
}

/** What the environment costs at the prices of the cluster. */
export const priceRow: EnvironmentRow = {
  key: 'price',
  applies: ({ compute }) => compute.prices !== undefined,
  Cell: PriceCell,
};
