import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { modelDeliveryTranslationRef } from '../../translation';
import { CellProps, EnvironmentRow } from './cell';

interface EnvironmentsGridProps {
  cells: CellProps[];
  rows: EnvironmentRow[];
  onUse: (cell: CellProps, used: boolean) => void;
}

function Head({ cells, onUse }: Omit<EnvironmentsGridProps, 'rows'>) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  return (
    <TableHead>
      <TableRow>
        <TableCell sx={{ pt: 2 }}>
          {t('environmentsField.environment')}
        </TableCell>
        {cells.map(cell => (
          <TableCell key={cell.value.name} scope="col">
            <FormControlLabel
              sx={{ mr: 0 }}
              control={
                <Checkbox
                  size="small"
                  checked={cell.used}
                  onChange={event => onUse(cell, event.target.checked)}
                  inputProps={{
                    'aria-label': t('environmentsField.use', {
                      environment: cell.value.name,
                    }),
                  }}
                />
              }
              label={<strong>{cell.value.name}</strong>}
            />
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}

function Row({ row, cells }: { row: EnvironmentRow; cells: CellProps[] }) {
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const { key, applies = () => true, Cell } = row;
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        {t(`environmentsField.rows.${key}`)}
      </TableCell>
      {cells.map(cell => (
        <TableCell key={cell.value.name}>
          {applies(cell) ? (
            <Cell {...cell} />
          ) : (
            <Typography variant="body2" color="text.secondary">
              {t('environmentsField.notAsked')}
            </Typography>
          )}
        </TableCell>
      ))}
    </TableRow>
  );
}

/** A column per environment, a row per question that makes sense in one of them. */
export function EnvironmentsGrid(props: EnvironmentsGridProps) {
  const { cells, rows } = props;
  const { t } = useTranslationRef(modelDeliveryTranslationRef);
  const label = t('environmentsField.legend');
  const asked = rows.filter(({ applies }) =>
    cells.some(cell => !applies || applies(cell)),
  );
  return (
    <TableContainer tabIndex={0} role="region" aria-label={label}>
      <Table
        size="small"
        aria-label={label}
        sx={{
          '& th, & td': { px: 0.75, py: 0.5, border: 0, verticalAlign: 'top' },
          '& th:first-of-type': { pl: 0, width: 120 },
          '& tbody th': { pt: 1.5, fontWeight: 400, color: 'text.secondary' },
          '& td': { minWidth: 124 },
          '& tbody tr:nth-of-type(odd)': { bgcolor: 'transparent' },
        }}
      >
        <Head {...props} />
        <TableBody>
          {asked.map(row => (
            <Row key={row.key} row={row} cells={cells} />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
