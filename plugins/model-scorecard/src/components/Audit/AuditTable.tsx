import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatInstant } from '@modelyard/plugin-model-react';
import { AuditEntry } from '@modelyard/plugin-model-scorecard-common';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { modelScorecardTranslationRef } from '../../translation';

/** Names that say little to a person; the record keeps them. */
const technical = /^id$|digest$/i;

/** "fair.spd: pass → fail (new evidence)" of an evaluation. */
function useChanges() {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const causes = ['first', 'pack', 'tier', 'evidence', 'age'] as const;
  return ({ changes }: AuditEntry['data']): string => {
    if (!Array.isArray(changes)) return '';
    const [{ cause = 'first' } = {}] = changes;
    if (cause === 'first') return t('audit.first');
    return changes
      .map(change => {
        const known = causes.find(one => one === change.cause) ?? 'evidence';
        return `${change.check}: ${change.from ?? '–'} → ${change.to ?? '–'} (${t(`audit.causes.${known}`)})`;
      })
      .join('; ');
  };
}

/** The plain values of an entry; nested ones stay in the record. */
function describe(data: AuditEntry['data']): string {
  return Object.entries(data)
    .filter(
      ([name, value]) =>
        !technical.test(name) &&
        ['string', 'number', 'boolean'].includes(typeof value),
    )
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

/** Entries of an audit chain, one per row. */
export function AuditTable({ entries }: { entries: AuditEntry[] }) {
  const { t } = useTranslationRef(modelScorecardTranslationRef);
  const changesOf = useChanges();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={t('audit.title')}>
      <Table size="small" aria-label={t('audit.title')}>
        <TableHead sx={{ '& th': { whiteSpace: 'nowrap' } }}>
          <TableRow>
            <TableCell align="right">{t('audit.sequence')}</TableCell>
            <TableCell>{t('audit.at')}</TableCell>
            <TableCell>{t('audit.actor')}</TableCell>
            <TableCell>{t('audit.action')}</TableCell>
            <TableCell>{t('audit.version')}</TableCell>
            <TableCell>{t('audit.details')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {entries.map(entry => (
            <TableRow key={entry.id}>
              <TableCell align="right">{entry.sequence}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
              </TableCell>
              <TableCell>{entry.actor}</TableCell>
              <TableCell>{t(`audit.actions.${entry.action}`)}</TableCell>
              <TableCell>{entry.version}</TableCell>
              <TableCell title={entry.hash} sx={{ overflowWrap: 'anywhere' }}>
                {[describe(entry.data), changesOf(entry.data)]
                  .filter(Boolean)
                  .join('; ')}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
