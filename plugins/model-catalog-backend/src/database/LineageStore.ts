import { Knex } from 'knex';
import { LineageModel } from '../domain/lineage';
import { inBatches } from './inBatches';
import { ModelFilter, whereAllowed } from './modelFilter';
import { columnSchemas, ModelTableRow, readColumn } from './rows';

type Columns = Pick<
  ModelTableRow,
  'id' | 'ref' | 'title' | 'base_models' | 'base_model_titles' | 'datasets'
>;

const columns = [
  'models.id',
  'models.ref',
  'models.title',
  'models.base_models',
  'models.base_model_titles',
  'models.datasets',
];

/** How a title stands in `model_bases`, beside refs. */
export const titleBase = (title: string) => `title:${title}`;

/** Reads what models are made from and what was made from them, a level at a time. */
export class LineageStore {
  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): LineageStore {
    return new LineageStore(options.db);
  }

  /** These models, as far as they may be read. */
  async findModels(
    refs: string[],
    filter: ModelFilter,
  ): Promise<LineageModel[]> {
    const rows: Columns[] = [];
    await inBatches(refs, async batch => {
      rows.push(
        ...(await whereAllowed(this.db('models'), filter)
          .whereIn('models.ref', batch)
          .select(columns)),
      );
    });
    return this.toModels(rows, filter);
  }

  /** Models that were made from these. */
  async findDerived(
    models: Pick<LineageModel, 'ref' | 'title'>[],
    options: { filter: ModelFilter; most: number },
  ): Promise<LineageModel[]> {
    const known = await this.findByTitle(
      models.map(({ title }) => title),
      options.filter,
    );
    // Of models with the same title, the title means one.
    const bases = models.flatMap(({ ref, title }) =>
      known.get(title) === ref ? [ref, titleBase(title)] : [ref],
    );
    const rows = new Map<number, Columns>();
    await inBatches(bases, async batch => {
      const found: Columns[] = await whereAllowed(
        this.db('models'),
        options.filter,
      )
        .whereNull('models.tombstoned_at')
        .whereIn(
          'models.id',
          this.db('model_bases').whereIn('base', batch).select('model_id'),
        )
        .orderBy('models.ref')
        .limit(options.most)
        .select(columns);
      for (const row of found) rows.set(row.id, row);
    });
    return this.toModels([...rows.values()], options.filter);
  }

  private async toModels(
    rows: Columns[],
    filter: ModelFilter,
  ): Promise<LineageModel[]> {
    const titlesOf = (row: Columns) =>
      readColumn(columnSchemas.texts, row.base_model_titles);
    const known = await this.findByTitle(rows.flatMap(titlesOf), filter);
    return rows.map(row => ({
      ref: row.ref,
      title: row.title,
      bases: [
        ...readColumn(columnSchemas.texts, row.base_models).map(ref => ({
          ref,
          title: ref,
        })),
        ...titlesOf(row).map(title => ({ ref: known.get(title), title })),
      ],
      datasets: readColumn(columnSchemas.texts, row.datasets),
    }));
  }

  /** The model that each title means: the first of those that have it. */
  private async findByTitle(
    titles: string[],
    filter: ModelFilter,
  ): Promise<Map<string, string>> {
    const known = new Map<string, string>();
    await inBatches([...new Set(titles)], async batch => {
      const found: Pick<ModelTableRow, 'ref' | 'title'>[] = await whereAllowed(
        this.db('models'),
        filter,
      )
        .whereIn('models.title', batch)
        .whereNull('models.tombstoned_at')
        .orderBy('models.id', 'desc')
        .select('models.ref', 'models.title');
      for (const { ref, title } of found) known.set(title, ref);
    });
    return known;
  }
}
