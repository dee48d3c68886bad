import {
  decodeCursor,
  encodeCursor,
} from '@modelyard/plugin-model-catalog-node';
import {
  AuditEntry,
  AuditPage,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { ReadableRefs, whereReadable } from './readable';
import { AuditEntryRow } from './rows';

/** What to list of the audit chains. */
export interface AuditFilter {
  model?: string;
  version?: string;
  cursor?: string;
  limit: number;
  readable: ReadableRefs;
}

const actions: readonly AuditEntry['action'][] = [
  'evidence-received',
  'review-created',
  'tier-registered',
  'version-evaluated',
  'gate-changed',
];

function toEntry(row: AuditEntryRow): AuditEntry {
  return {
    id: row.id,
    model: row.model_ref,
    version: row.version ?? undefined,
    sequence: row.sequence,
    at: row.at,
    actor: row.actor,
    action:
      actions.find(action => action === row.action) ?? 'version-evaluated',
    data: JSON.parse(row.data),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** Reads the audit chains, newest entry first. */
export class AuditLog {
  private constructor(private readonly knex: Knex) {}

  static create(knex: Knex): AuditLog {
    return new AuditLog(knex);
  }

  async list(filter: AuditFilter): Promise<AuditPage> {
    const { model, version, limit, readable } = filter;
    const position = decodeCursor(filter.cursor, 3);
    const filtered = () => {
      const query = this.knex<AuditEntryRow>('audit_entries');
      if (model) query.where('model_ref', model);
      if (version) query.where('version', version);
      return whereReadable(query, 'model_ref', readable);
    };
    const page = filtered().orderBy([
      { column: 'at', order: 'desc' },
      { column: 'model_ref' },
      { column: 'sequence', order: 'desc' },
    ]);
    if (position) page.where(after => seek(after, position));
    const rows = await page.limit(limit + 1);
    const counted = await filtered().count({ total: '*' }).first();
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items[items.length - 1] : undefined;
    return {
      items: items.map(toEntry),
      nextCursor:
        last && encodeCursor([last.at, last.model_ref, last.sequence]),
      totalItems: Number(counted?.total ?? 0),
    };
  }
}

/** Rows behind a position in the order at ↓, model_ref ↑, sequence ↓. */
function seek(query: Knex.QueryBuilder, position: (string | number | null)[]) {
  const [at, modelRef, sequence] = position;
  query
    .where('at', '<', at)
    .orWhere(same =>
      same
        .where('at', at)
        .where(next =>
          next
            .where('model_ref', '>', modelRef)
            .orWhere(chain =>
              chain
                .where('model_ref', modelRef)
                .where('sequence', '<', sequence),
            ),
        ),
    );
}
