import { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import path from 'node:path';

/** A task of the scaffolder, as it is stored. */
export interface TaskRow {
  id: string;
  status: string;
  spec: string;
}

/** What the processes of a portal have stored, read beside them. */
export class PortalDatabase {
  private constructor(
    /** Value of `backend.database`. */
    readonly config: JsonObject,
    private readonly open: (pluginId: string) => Knex,
  ) {}

  /**
   * @param place - folder for SQLite files, or a database of Postgres with a schema
   *   per plugin
   */
  static async create(place: string | Knex): Promise<PortalDatabase> {
    const opened = new Map<string, Knex>();
    const openOnce = (pluginId: string, make: () => Knex.Config): Knex => {
      const known = opened.get(pluginId) ?? knexFactory(make());
      opened.set(pluginId, known);
      return known;
    };
    if (typeof place === 'string')
      return new PortalDatabase(
        { client: 'better-sqlite3', connection: { directory: place } },
        pluginId =>
          openOnce(pluginId, () => ({
            client: 'better-sqlite3',
            connection: { filename: path.join(place, `${pluginId}.sqlite`) },
            useNullAsDefault: true,
          })),
      );
    const { connection } = place.client.config;
    return new PortalDatabase(
      { client: 'pg', pluginDivisionMode: 'schema', connection },
      pluginId =>
        openOnce(pluginId, () => ({
          client: 'pg',
          connection,
          searchPath: [pluginId],
        })),
    );
  }

  /** Rows of the index of services; all, or those of a name. */
  services(name?: string): Promise<{ repository: string; head?: string }[]> {
    const rows = this.open('model-delivery')('services');
    return name === undefined ? rows : rows.where({ name });
  }

  /** The first task that was started for a service. */
  async task(name: string): Promise<TaskRow> {
    const rows: TaskRow[] = await this.open('scaffolder')('tasks')
      .where('spec', 'like', `%"name":"${name}"%`)
      .orderBy('created_at');
    return rows[0];
  }

  async close(): Promise<void> {
    await this.open('model-delivery').destroy();
    await this.open('scaffolder').destroy();
  }
}
