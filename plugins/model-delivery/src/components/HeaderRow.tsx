import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';

/** Head of a table, one text for each column. */
export function HeaderRow({ texts }: { texts: string[] }) {
  return (
    <TableHead>
      <TableRow>
        {texts.map(text => (
          <TableCell key={text}>{text}</TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}
