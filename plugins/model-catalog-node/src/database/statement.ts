/**
 * What to do with rows that are there already.
 *
 * @public
 */
export interface Merge {
  /** Columns of the unique index that is met. */
  conflict: string[];
  /** Columns that are written over. */
  columns: string[];
}

/**
 * What a column may hold on its way into `insertRows`.
 *
 * @public
 */
export type InsertValue = string | number | boolean | null;

/** Rows on their way into a table. Names are our own, so that they need no escape. */
export interface Insert {
  table: string;
  columns: string[];
  rows: object[];
}

/** Names of columns, as SQL lists them. */
export function quoted(names: string[]): string {
  return names.map(name => `"${name}"`).join(', ');
}

/** Where an insertion goes, up to what gives the values. */
export function target({ table, columns }: Insert): string {
  return `"${table}" (${quoted(columns)})`;
}

/** What follows the values. */
export function onConflict(merge: Merge | undefined): string {
  if (!merge) return '';
  const set = merge.columns.map(name => `"${name}" = excluded."${name}"`);
  return ` on conflict (${quoted(merge.conflict)}) do update set ${set.join(', ')}`;
}

/** What is written of a row; columns that it leaves out are null. */
export function valuesOf<T>(
  row: object,
  columns: string[],
  convert: (value: InsertValue) => T,
): T[] {
  return columns.map(name => convert(Reflect.get(row, name) ?? null));
}
