import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { insertRows } from './insertRows';

jest.setTimeout(60_000);

interface Row {
  id: number;
  name: string | null;
  is_new: boolean;
  note?: string | null;
}

const awkward = [
  '',
  ' ',
  '\\N',
  '\\.',
  '\\',
  'tab\there',
  'line\nfeed',
  'return\r\nfeed',
  "it's",
  '"quoted"',
  '{"json": [1, "\\n"]}',
  'null',
  'ünïcode 🚀',
  '\u2028',
  '$1 ? ?? :name',
];

describe('insertRows', () => {
  const databases = TestDatabases.create({
    ids: ['SQLITE_3', 'POSTGRES_15'],
  });

  describe.each(databases.eachSupportedId())('%p', id => {
    async function openTable(): Promise<Knex> {
      const knex = await databases.init(id);
      await knex.schema.createTable('things', table => {
        table.integer('id').primary();
        table.text('name');
        table.boolean('is_new').notNullable();
        table.text('note');
      });
      return knex;
    }

    const insert = (
      knex: Knex,
      rows: Row[],
      merge?: { conflict: string[]; columns: string[] },
    ) => knex.transaction(tx => insertRows(tx, 'things', { rows, merge }));

    const toRows = (texts: (string | null)[]): Row[] =>
      texts.map((name, index) => ({ id: index, name, is_new: true }));

    it.each(['inserts', 'merges'])('%s text to the letter', async how => {
      const knex = await openTable();
      const texts = [...awkward, null];
      const merge = { conflict: ['id'], columns: ['name'] };
      const count = await insert(
        knex,
        toRows(texts),
        how === 'merges' ? merge : undefined,
      );
      expect(count).toBe(texts.length);
      const stored = await knex<Row>('things').orderBy('id');
      expect(stored.map(({ name }) => name)).toEqual(texts);
    });

    it('writes booleans, and null for what a row leaves out', async () => {
      const knex = await openTable();
      await insert(knex, [
        { id: 1, name: null, is_new: true, note: 'a' },
        { id: 2, name: 'b', is_new: false },
      ]);
      const stored = await knex<Row>('things').orderBy('id');
      expect(stored.map(row => [Boolean(row.is_new), row.note])).toEqual([
        [true, 'a'],
        [false, null],
      ]);
    });

    it('writes over what is there only in the columns it is told', async () => {
      const knex = await openTable();
      const merge = { conflict: ['id'], columns: ['name'] };
      await insert(knex, [{ id: 1, name: 'old', is_new: true, note: 'kept' }]);
      await insert(
        knex,
        [{ id: 1, name: 'new', is_new: false, note: 'lost' }],
        merge,
      );
      expect(await knex<Row>('things').first()).toMatchObject({
        name: 'new',
        note: 'kept',
      });
    });

    it('writes many rows, and none', async () => {
      const knex = await openTable();
      const texts = Array.from(
        { length: 12_345 },
        (_, index) => `row ${index}`,
      );
      expect(await insert(knex, toRows(texts))).toBe(12_345);
      expect(await insert(knex, [])).toBe(0);
      expect(await knex('things').count({ rows: '*' })).toEqual([
        { rows: id === 'SQLITE_3' ? 12_345 : '12345' },
      ]);
    });

    it('leaves nothing behind when a row is refused', async () => {
      const knex = await openTable();
      const rows = toRows(Array.from({ length: 3_000 }, () => 'same'));
      rows[2_500].id = 1;
      await expect(insert(knex, rows)).rejects.toThrow(/unique/i);
      expect(await knex('things')).toEqual([]);
      expect(await insert(knex, toRows(['next']))).toBe(1);
    });
  });
});
