import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { modelReactTranslationRef } from '../translation';

/**
 * Skeleton of a list: `rows` lines of `height` pixels.
 *
 * @public
 */
export function LoadingRows(props: { rows?: number; height?: number }) {
  const { rows = 4, height = 40 } = props;
  const { t } = useTranslationRef(modelReactTranslationRef);
  return (
    <Box role="status" aria-busy="true" aria-label={t('notice.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton
          key={row}
          variant="rectangular"
          height={height}
          sx={{ mb: 1, borderRadius: 1 }}
        />
      ))}
    </Box>
  );
}
