import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Comparison } from '@modelyard/plugin-model-catalog-common';
import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { modelCatalogTranslationRef } from '../../translation';

interface DifferenceTableProps {
  title: string;
  rows: Comparison['params'];
  left: string;
  right: string;
}

/** Names that two versions give other values to; equal ones are left out. */
export function DifferenceTable({
  title,
  rows,
  left,
  right,
}: DifferenceTableProps) {
  const { t } = useTranslationRef(modelCatalogTranslationRef);
  const differing = rows.filter(row => row.left !== row.right);
  return (
    <Box component="section" sx={{ mt: 4 }}>
      <Typography component="h3" variant="h6">
        {title}
      </Typography>
      {!differing.length && (
        <Typography variant="body2">{t('compare.same')}</Typography>
      )}
      {differing.length > 0 && (
        <TableContainer tabIndex={0} role="region" aria-label={title}>
          <Table
            size="small"
            aria-label={title}
            sx={{ '& td': { overflowWrap: 'anywhere' } }}
          >
            <TableHead>
              <TableRow>
                <TableCell>{t('compare.name')}</TableCell>
                <TableCell>{t('compare.version', { version: left })}</TableCell>
                <TableCell>
                  {t('compare.version', { version: right })}
                </TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {differing.map(row => (
                <TableRow key={row.name}>
                  <TableCell>{row.name}</TableCell>
                  <TableCell>{row.left ?? t('compare.absent')}</TableCell>
                  <TableCell>{row.right ?? t('compare.absent')}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
    </Box>
  );
}
