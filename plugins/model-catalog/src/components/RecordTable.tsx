import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ReactNode } from 'react';

export interface RecordColumn<T> {
  header: string;
  cell: (row: T) => ReactNode;
  /** Figures stand on the right. */
  figure?: boolean;
}

interface RecordTableProps<T> {
  label: string;
  /** Said when there is no row. */
  empty: string;
  rows: T[];
  columns: RecordColumn<T>[];
  /** How many columns, the first ones, a narrow window keeps. Default: all. */
  narrowColumns?: number;
}

/** A plain table of what the source gave, or a sentence that it gave nothing. */
export function RecordTable<T>({
  label,
  empty,
  rows,
  columns,
  narrowColumns,
}: RecordTableProps<T>) {
  const narrow = useMediaQuery('(max-width:899.95px)');
  if (!rows.length) return <Typography variant="body2">{empty}</Typography>;
  const shown = narrow ? columns.slice(0, narrowColumns) : columns;
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table
        size="small"
        aria-label={label}
        sx={{
          '& th': { whiteSpace: 'nowrap' },
          '& td': { overflowWrap: 'anywhere', lineHeight: 1.4 },
        }}
      >
        <TableHead>
          <TableRow>
            {shown.map(({ header, figure }) => (
              <TableCell key={header} align={figure ? 'right' : 'left'}>
                {header}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {rows.map((row, index) => (
            <TableRow key={index}>
              {shown.map(({ header, cell, figure }) => (
                <TableCell key={header} align={figure ? 'right' : 'left'}>
                  {cell(row)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
