import { RequestError } from '../http/RequestError';
import { Session } from '../Session';
import { Column, Table } from './Table';

/** A page of a list, as every list of the API is. */
interface Page<TRow> {
  items: TRow[];
  nextCursor?: string;
  totalItems: number;
}

/** How much of a list to print. */
export interface PagingOptions {
  limit?: number;
  all?: boolean;
}

/** What {@link printPages} prints. */
export interface PrintPagesOptions<TRow> {
  session: Session;
  paging: PagingOptions;
  /** Columns of the table, from the rows of its first page. */
  columns: (rows: TRow[]) => Column<TRow>[];
  read: (page: { cursor?: string; limit?: number }) => Promise<Page<TRow>>;
}

const pageSize = 200;

/** The portal's own types are not checked at run time; this much has to be. */
function assertPage<TRow>(page: Page<TRow>): void {
  if (!Array.isArray(page.items))
    throw new RequestError(
      'The answer is no list of Modelyard; set MODELYARD_URL to the address of the portal’s backend',
    );
}

async function* readAll<TRow>(
  read: PrintPagesOptions<TRow>['read'],
): AsyncGenerator<TRow[]> {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: pageSize, ...(cursor && { cursor }) });
    assertPage(page);
    yield page.items;
    if (page.nextCursor !== undefined && page.nextCursor === cursor)
      throw new RequestError(
        'The portal gives the same page again and again; the list is not complete',
      );
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

/** One array, of which no more than a page is in memory. */
async function printArray<TRow>(
  { output }: Session,
  pages: AsyncIterable<TRow[]>,
): Promise<void> {
  let separator = '[\n';
  for await (const rows of pages) {
    const texts = rows.map(row => JSON.stringify(row, null, 2));
    const indented = texts.map(text => `  ${text.replaceAll('\n', '\n  ')}`);
    if (rows.length === 0) continue;
    await output.text(separator + indented.join(',\n'));
    separator = ',\n';
  }
  await output.text(separator === '[\n' ? '[]\n' : '\n]\n');
}

async function printTable<TRow>(
  { output }: Session,
  pages: AsyncIterable<TRow[]>,
  columns: PrintPagesOptions<TRow>['columns'],
): Promise<void> {
  let table: Table<TRow> | undefined;
  for await (const rows of pages) {
    table ??= Table.create({ columns: columns(rows), keepsEmpty: true });
    await output.text(table.format(rows));
  }
}

/** Prints a page of a list, or all of it page by page. */
export async function printPages<TRow>(
  options: PrintPagesOptions<TRow>,
): Promise<void> {
  const { session, paging, columns, read } = options;
  const { output, json } = session;
  if (paging.all) {
    const pages = readAll(read);
    await (json
      ? printArray(session, pages)
      : printTable(session, pages, columns));
    return;
  }
  const page = await read(paging.limit ? { limit: paging.limit } : {});
  assertPage(page);
  if (json) {
    await output.json(page);
    return;
  }
  const { items, totalItems, nextCursor } = page;
  if (items.length > 0)
    await output.text(Table.create({ columns: columns(items) }).format(items));
  if (items.length === 0) await output.note('Nothing found.');
  else if (nextCursor !== undefined)
    await output.note(`${items.length} of ${totalItems}; --all shows the rest`);
}
