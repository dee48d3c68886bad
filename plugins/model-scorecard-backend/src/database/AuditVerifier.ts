import {
  AuditVerification,
  digestOf,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { auditHash, genesisHash } from './auditHash';
import { AuditEntryRow, AuditHeadRow, FactRow, FactTable } from './rows';

const batch = 500;

const tableOf: Record<string, FactTable | undefined> = {
  'evidence-received': 'evidence',
  'review-created': 'reviews',
  'tier-registered': 'registrations',
  'version-evaluated': 'evaluations',
  'gate-changed': 'evaluations',
};

const factTables: FactTable[] = [
  'evidence',
  'reviews',
  'registrations',
  'evaluations',
];

type BadEntry = NonNullable<AuditVerification['firstBadEntry']>;

function parse(text: string): { id?: string; digest?: string } | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function digestOfText(record: string): string {
  const value = parse(record);
  return value ? digestOf(value) : 'not JSON';
}

/**
 * Walks the audit chains: every entry links to the one before it, none is
 * missing, at the front, inside or at the end, and every fact that was entered is
 * still there, unchanged.
 */
export class AuditVerifier {
  private constructor(private readonly knex: Knex) {}

  static create(knex: Knex): AuditVerifier {
    return new AuditVerifier(knex);
  }

  async verify(model?: string): Promise<AuditVerification> {
    const heads = await this.headsOf(model);
    let entries = 0;
    for (const head of heads) {
      const chain = await this.verifyChain(head);
      entries += chain.entries;
      if (chain.bad) return { ok: false, entries, firstBadEntry: chain.bad };
    }
    const orphan = await this.orphan(model);
    return orphan
      ? { ok: false, entries, firstBadEntry: orphan }
      : { ok: true, entries };
  }

  private async headsOf(model?: string): Promise<AuditHeadRow[]> {
    const query = this.knex<AuditHeadRow>('audit_heads').orderBy('model_ref');
    return model ? query.where('model_ref', model) : query;
  }

  /** An entry of a chain whose head was removed. */
  private async orphan(model?: string): Promise<BadEntry | undefined> {
    const query = this.knex<AuditEntryRow>('audit_entries')
      .whereNotIn('model_ref', this.knex('audit_heads').select('model_ref'))
      .orderBy('id')
      .first();
    const row = await (model ? query.where('model_ref', model) : query);
    return row && { id: row.id, reason: 'the head of its chain is gone' };
  }

  private async verifyChain(
    head: AuditHeadRow,
  ): Promise<{ entries: number; bad?: BadEntry }> {
    let previous = { sequence: 0, hash: genesisHash };
    const entered = new Set<string>();
    for (;;) {
      const rows = await this.knex<AuditEntryRow>('audit_entries')
        .where('model_ref', head.model_ref)
        .where('sequence', '>', previous.sequence)
        .orderBy('sequence')
        .limit(batch);
      const changed = await this.changedFacts(rows);
      for (const row of rows) {
        const reason = brokenLink(row, previous) ?? changed.get(row.id);
        if (reason)
          return { entries: previous.sequence, bad: { id: row.id, reason } };
        entered.add(parse(row.data)?.id ?? '');
        previous = row;
      }
      if (rows.length < batch) break;
    }
    const entries = previous.sequence;
    if (previous.sequence !== head.sequence || previous.hash !== head.hash) {
      const id = `${head.model_ref}#${head.sequence}`;
      const reason = `the chain ends at entry ${entries}, but ${head.sequence} were made`;
      return { entries, bad: { id, reason } };
    }
    return { entries, bad: await this.stranger(head.model_ref, entered) };
  }

  /** A fact that nobody entered. */
  private async stranger(
    ref: string,
    entered: Set<string>,
  ): Promise<BadEntry | undefined> {
    for (const table of factTables) {
      const rows = await this.knex<FactRow>(table)
        .where('model_ref', ref)
        .select('id');
      const id = rows.find(row => !entered.has(row.id))?.id;
      if (id !== undefined)
        return { id, reason: `the record in ${table} was never entered` };
    }
    return undefined;
  }

  private async changedFacts(
    rows: AuditEntryRow[],
  ): Promise<Map<string, string>> {
    const changed = new Map<string, string>();
    for (const table of factTables) {
      const entered = rows.filter(row => tableOf[row.action] === table);
      if (!entered.length) continue;
      const ids = entered.map(row => parse(row.data)?.id ?? '');
      const facts = await this.knex<FactRow & { version?: string }>(
        table,
      ).whereIn('id', ids);
      const byId = new Map(facts.map(fact => [fact.id, fact]));
      for (const row of entered) {
        const data = parse(row.data);
        const fact = byId.get(data?.id ?? '');
        if (!fact) changed.set(row.id, `the record in ${table} is gone`);
        else if (
          digestOfText(fact.record) !== data?.digest ||
          fact.model_ref !== row.model_ref ||
          (fact.version ?? null) !== row.version
        )
          changed.set(row.id, `the record in ${table} was changed`);
      }
    }
    return changed;
  }
}

function brokenLink(
  row: AuditEntryRow,
  previous: { sequence: number; hash: string },
): string | undefined {
  if (row.sequence !== previous.sequence + 1)
    return `entry ${previous.sequence + 1} is missing before it`;
  if (row.previous_hash !== previous.hash)
    return 'it does not link to the entry before it';
  if (auditHash(row) !== row.hash) return 'it was changed';
  return undefined;
}
