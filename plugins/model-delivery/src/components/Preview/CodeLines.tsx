import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { modelDeliveryTranslationRef } from '../../translation';
import { DiffRow } from './diffRows';

const backgrounds = {
  same: undefined,
  gap: 'action.hover',
  added: 'rgba(46, 125, 50, 0.16)',
  removed: 'rgba(211, 47, 47, 0.16)',
};
const signs = { same: ' ', gap: '', added: '+', removed: '-' };

/** Lines of text as they are; signs and words tell what is added and removed. */
export function CodeLines({ label, rows }: { label: string; rows: DiffRow[] }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const compares = rows.some(({ kind }) => kind !== 'same');
  if (!rows.length) return <Box>{t('preview.noDifference')}</Box>;
  return (
    <Box
      component="pre"
      tabIndex={0}
      role="region"
      aria-label={label}
      sx={{
        m: 0,
        p: 1,
        overflow: 'auto',
        maxHeight: 420,
        fontSize: '0.8125rem',
        lineHeight: 1.5,
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
      }}
    >
      {rows.map(({ kind, text }, index) => (
        <Box key={index} component="div" sx={{ bgcolor: backgrounds[kind] }}>
          {compares && signs[kind]}
          {text || ' '}
        </Box>
      ))}
    </Box>
  );
}
