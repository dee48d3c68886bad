import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  ClaimedService,
  IndexedService,
  ServiceQuery,
  ServiceStore,
} from './ServiceStore';
import { fromRow, ServiceRow, toRow } from './serviceRow';

const table = 'services';

/** A claim that nobody completed in this time is void. */
const claimMs = 10 * 60_000;
/** A pull request that nobody merged in this time is forgotten. */
const awaitedMs = 90 * 24 * 60 * 60_000;

/**
 * {@link ServiceStore} in the plugin's database.
 */
export class DatabaseServiceStore implements ServiceStore {
  private constructor(private readonly knex: Knex) {}

  /** Connects, and brings the schema up to date unless told not to. */
  static async create(
    database: DatabaseService,
  ): Promise<DatabaseServiceStore> {
    const knex = await database.getClient();
    if (!database.migrations?.skip) {
      await knex.migrate.latest({
        directory: resolvePackagePath(
          '@modelyard/plugin-model-delivery-backend',
          'migrations',
        ),
      });
    }
    return new DatabaseServiceStore(knex);
  }

  async claim(service: ClaimedService): Promise<void> {
    await this.dropVoid();
    await this.rows()
      .insert({
        name: service.name,
        repository: service.repository,
        owner: service.owner,
        model_ref: service.model,
        environments: '[]',
        awaits_merge: service.awaitsMerge ?? false,
        indexed_at: new Date(),
      })
      .onConflict()
      .ignore();
    await this.assertOwn(service.name, service.repository);
  }

  private async dropVoid(): Promise<void> {
    const before = (ageMs: number) => new Date(Date.now() - ageMs);
    await this.rows()
      .whereNull('head')
      .where(either =>
        either
          .where(claim =>
            claim
              .where('awaits_merge', false)
              .where('indexed_at', '<', before(claimMs)),
          )
          .orWhere('indexed_at', '<', before(awaitedMs)),
      )
      .delete();
  }

  async release(name: string): Promise<void> {
    await this.rows()
      .where({ name, awaits_merge: false })
      .whereNull('head')
      .delete();
  }

  async put(service: IndexedService): Promise<void> {
    const row = toRow(service, new Date());
    const { name, repository, ...changes } = row;
    const updated = await this.rows()
      .where({ name, repository })
      .update(changes);
    if (updated > 0) return;
    await this.rows().insert(row).onConflict().ignore();
    await this.assertOwn(name, repository);
  }

  async get(name: string): Promise<IndexedService | undefined> {
    const row = await this.rows().where({ name }).whereNotNull('head').first();
    return row && fromRow(row);
  }

  async getByRepository(
    repository: string,
  ): Promise<IndexedService | undefined> {
    const row = await this.rows()
      .where({ repository })
      .whereNotNull('head')
      .first();
    return row && fromRow(row);
  }

  async list(query: ServiceQuery) {
    const matching = () => this.matching(query);
    const [count] = await matching().count({ total: '*' });
    const page = matching().orderBy('name').limit(query.limit);
    if (query.after !== undefined) page.where('name', '>', query.after);
    const rows: ServiceRow[] = await page.select('*');
    return { items: rows.map(fromRow), totalItems: Number(count.total) };
  }

  async heads(): Promise<Map<string, string>> {
    const rows = await this.rows()
      .whereNotNull('head')
      .select('repository', 'head');
    return new Map(rows.map(row => [row.repository, row.head ?? '']));
  }

  async awaitedAt(name: string): Promise<string | undefined> {
    const row = await this.rows()
      .where({ name, awaits_merge: true })
      .whereNull('head')
      .first();
    return row?.repository;
  }

  async awaited(): Promise<string[]> {
    const rows = await this.rows()
      .whereNull('head')
      .where('awaits_merge', true)
      .select('repository');
    return rows.map(row => row.repository);
  }

  async removeRepository(repository: string): Promise<void> {
    await this.rows().where({ repository }).delete();
  }

  private rows() {
    return this.knex<ServiceRow>(table);
  }

  private matching(query: ServiceQuery) {
    const rows = this.rows().whereNotNull('head');
    if (query.models !== 'all') rows.whereIn('model_ref', [...query.models]);
    if (query.model) rows.where('model_ref', query.model);
    if (query.names) rows.whereIn('name', query.names);
    if (query.owner) rows.where('owner', query.owner);
    if (query.q)
      rows.whereRaw(`name like ? escape '\\'`, [
        `%${query.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`,
      ]);
    return rows;
  }

  private async assertOwn(name: string, repository: string): Promise<void> {
    const row = await this.rows().where({ name }).first();
    if (row?.repository === repository) return;
    throw new ConflictError(
      row
        ? `The service ${name} lives in another repository; take that one, or another name`
        : `The repository ${repository} belongs to another service; choose another name for it`,
    );
  }
}
