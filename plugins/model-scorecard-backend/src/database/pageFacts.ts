import {
  decodeCursor,
  encodeCursor,
} from '@modelyard/plugin-model-catalog-node';
import { Knex } from 'knex';
import { FactFilter } from './FactStore';
import { FactRow } from './rows';

/** A page of rows of a fact table, newest first by `timeColumn`, then by id. */
export async function pageFacts<TRow extends FactRow>(
  knex: Knex,
  table: string,
  timeColumn: string & keyof TRow,
  filter: FactFilter,
): Promise<{ rows: TRow[]; nextCursor?: string; totalItems: number }> {
  const position = decodeCursor(filter.cursor, 2);
  const filtered = () => {
    const { model, version, kind } = filter;
    const query = knex(table).where('model_ref', model);
    if (version !== undefined) query.where({ version });
    return kind === undefined ? query : query.where({ kind });
  };
  const page = filtered().orderBy([
    { column: timeColumn, order: 'desc' },
    { column: 'id', order: 'desc' },
  ]);
  if (position) {
    const [time, id] = position;
    page.where(after =>
      after
        .where(timeColumn, '<', time)
        .orWhere(same => same.where(timeColumn, time).where('id', '<', id)),
    );
  }
  const found: TRow[] = await page.limit(filter.limit + 1).select('*');
  const counted = await filtered().count({ total: '*' }).first();
  const rows = found.slice(0, filter.limit);
  const last = found.length > filter.limit ? rows[rows.length - 1] : undefined;
  return {
    rows,
    nextCursor: last && encodeCursor([String(last[timeColumn]), last.id]),
    totalItems: Number(counted?.total ?? 0),
  };
}
