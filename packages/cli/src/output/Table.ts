import { printable } from './printable';

/** One column of a table. */
export interface Column<TRow> {
  title: string;
  /** Numbers stand on the right. */
  align?: 'right';
  value: (row: TRow) => string | number | undefined;
}

/** Options of a {@link Table}. */
export interface TableOptions<TRow> {
  columns: Column<TRow>[];
  /** Also columns in which the first rows have nothing, as later ones may. */
  keepsEmpty?: boolean;
}

const gap = '  ';

function lengthOf(text: string): number {
  return [...text].length;
}

/**
 * Rows under one head, as plain text. Rows may come in several batches: the first
 * one decides about columns, and a column only ever gets wider.
 */
export class Table<TRow> {
  private columns: Column<TRow>[] | undefined;
  private widths: number[] = [];

  private constructor(private readonly options: TableOptions<TRow>) {}

  static create<TRow>(options: TableOptions<TRow>): Table<TRow> {
    return new Table(options);
  }

  /** Lines of further rows; the head stands before the first ones. */
  format(rows: TRow[]): string {
    const isFirst = this.columns === undefined;
    const columns = (this.columns ??= this.chooseColumns(rows));
    const lines = [
      ...(isFirst ? [columns.map(({ title }) => title)] : []),
      ...rows.map(row =>
        columns.map(({ value }) => printable(String(value(row) ?? '')) || '-'),
      ),
    ];
    this.widths = columns.map((_, index) =>
      Math.max(
        this.widths[index] ?? 0,
        ...lines.map(cells => lengthOf(cells[index])),
      ),
    );
    return lines.map(cells => `${this.line(columns, cells)}\n`).join('');
  }

  private chooseColumns(rows: TRow[]): Column<TRow>[] {
    const { columns, keepsEmpty } = this.options;
    if (keepsEmpty || rows.length === 0) return columns;
    return columns.filter(({ value }) =>
      rows.some(row => printable(String(value(row) ?? '')) !== ''),
    );
  }

  private line(columns: Column<TRow>[], cells: string[]): string {
    return cells
      .map((cell, index) => {
        const blanks = ' '.repeat(this.widths[index] - lengthOf(cell));
        return columns[index].align === 'right' ? blanks + cell : cell + blanks;
      })
      .join(gap)
      .trimEnd();
  }
}
