import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { SourceEventRow } from './rows';
import { SourceEventStore } from './SourceEventStore';

const keptMs = 60 * 60_000;

/** {@link SourceEventStore} over SQLite or Postgres. */
export class DatabaseSourceEventStore implements SourceEventStore {
  private constructor(private readonly db: Knex) {}

  static create(options: { db: Knex }): DatabaseSourceEventStore {
    return new DatabaseSourceEventStore(options.db);
  }

  async remember(delivery: {
    sourceId: string;
    deliveryId: string;
    now: Date;
  }): Promise<boolean> {
    const { sourceId, deliveryId, now } = delivery;
    const events = () => this.db<SourceEventRow>('source_events');
    const forgotten = new Date(now.getTime() - keptMs).toISOString();
    await events().where('received_at', '<', forgotten).delete();
    try {
      await events().insert({
        source_id: sourceId,
        delivery_id: deliveryId,
        received_at: now.toISOString(),
      });
      return true;
    } catch (error) {
      if (isDatabaseConflictError(error)) return false;
      throw error;
    }
  }
}
