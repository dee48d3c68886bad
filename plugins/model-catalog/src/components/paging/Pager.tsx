import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';

interface PagerProps {
  /** Index of the first row of the page, from 0. */
  offset: number;
  count: number;
  total: number;
  onPrevious?: () => void;
  onNext?: () => void;
}

/** Which rows these are, and the way to the pages beside. */
export function Pager({
  offset,
  count,
  total,
  onPrevious,
  onNext,
}: PagerProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 1,
        mt: 1,
      }}
    >
      <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {t('models.range', {
          from: `${Math.min(offset + 1, total)}`,
          to: `${offset + count}`,
          total: `${total}`,
        })}
      </Typography>
      <Button size="small" disabled={!onPrevious} onClick={onPrevious}>
        {t('models.previous')}
      </Button>
      <Button size="small" disabled={!onNext} onClick={onNext}>
        {t('models.next')}
      </Button>
    </Box>
  );
}
