import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Comparison } from '@modelyard/plugin-model-catalog-common';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';

type Card = NonNullable<Comparison['card']>;

/** Lines of equal text that stay around a change. */
const contextLines = 3;

const looks = {
  same: { sign: ' ', element: 'div', border: 'transparent' },
  added: { sign: '+', element: 'ins', border: 'success.main' },
  removed: { sign: '−', element: 'del', border: 'error.main' },
} as const;

/** Equal text as its first and last lines; what differs stays whole. */
function shownLines(change: Card['changes'][number]): string[] {
  const lines = change.text.replace(/\n$/, '').split('\n');
  if (change.kind !== 'same' || lines.length <= 2 * contextLines + 1)
    return lines;
  return [...lines.slice(0, contextLines), '…', ...lines.slice(-contextLines)];
}

function Line({ kind, text }: { kind: keyof typeof looks; text: string }) {
  const { sign, element, border } = looks[kind];
  return (
    <Box
      component={element}
      sx={{
        display: 'block',
        textDecoration: 'none',
        borderLeft: 3,
        borderColor: border,
        color: kind === 'same' ? 'text.secondary' : 'text.primary',
        px: 1,
      }}
    >
      {`${sign} ${text}`}
    </Box>
  );
}

/** What changed in the cards, as text: nothing of it is rendered. */
export function CardDifference({ card }: { card: Card }) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const isSame = card.changes.every(change => change.kind === 'same');
  const title = t('compare.card');
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h3" variant="h6">
        {title}
      </Typography>
      {isSame && <Typography variant="body2">{t('compare.same')}</Typography>}
      {!isSame && (
        <Box
          component="pre"
          tabIndex={0}
          role="region"
          aria-label={title}
          sx={{ m: 0, mt: 1, overflowX: 'auto', whiteSpace: 'pre-wrap' }}
        >
          {card.changes.flatMap((change, index) =>
            shownLines(change).map((line, row) => (
              <Line key={`${index}-${row}`} kind={change.kind} text={line} />
            )),
          )}
        </Box>
      )}
      {card.truncated && (
        <Typography variant="body2">{t('compare.cardTruncated')}</Typography>
      )}
    </Box>
  );
}
