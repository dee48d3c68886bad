import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { AuditEntry } from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { auditHash, genesisHash } from './auditHash';
import { AuditEntryRow, AuditHeadRow } from './rows';

const attempts = 20;

/** What is entered into the chain of a model. */
export interface NewAuditEntry {
  modelRef: string;
  version?: string;
  actor: string;
  action: AuditEntry['action'];
  /** UTC ISO 8601. */
  at: string;
  /** `id` and `digest` of the fact that is entered, and what a reader wants to know. */
  data: { id: string; digest: string; [key: string]: unknown };
}

class ChainMovedError extends Error {}

function isUniqueViolation(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error
      ? String(error.code)
      : '';
  return /^(23505|SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY))$/.test(code);
}

/**
 * Appends to the hash-linked chain of a model. The head moves by compare-and-swap
 * inside the transaction that stores the fact, so that two replicas can neither
 * fork a chain nor store a fact that no entry vouches for.
 */
export class AuditChain {
  private constructor(private readonly knex: Knex) {}

  static create(knex: Knex): AuditChain {
    return new AuditChain(knex);
  }

  /**
   * Runs a transaction in which facts are stored and {@link append}ed; again from
   * the start when another writer was faster.
   */
  async write<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.knex.transaction(work);
      } catch (error) {
        const lost =
          error instanceof ChainMovedError || isUniqueViolation(error);
        if (!lost || attempt === attempts) throw error;
        await setTimeout(Math.random() * 10 * attempt);
      }
    }
  }

  /** Keeps other writers from the chain of a model until the transaction ends. */
  async lock(tx: Knex.Transaction, modelRef: string): Promise<void> {
    await this.begin(tx, modelRef);
    await tx<AuditHeadRow>('audit_heads')
      .where({ model_ref: modelRef })
      .update({ sequence: tx.raw('sequence') });
  }

  private async begin(tx: Knex.Transaction, modelRef: string): Promise<void> {
    await tx<AuditHeadRow>('audit_heads')
      .insert({ model_ref: modelRef, sequence: 0, hash: genesisHash })
      .onConflict('model_ref')
      .ignore();
  }

  async append(tx: Knex.Transaction, entry: NewAuditEntry): Promise<void> {
    const { modelRef } = entry;
    await this.begin(tx, modelRef);
    const head = await tx<AuditHeadRow>('audit_heads')
      .where({ model_ref: modelRef })
      .first();
    if (!head) throw new ChainMovedError();
    const unsealed = {
      id: randomUUID(),
      model_ref: modelRef,
      version: entry.version ?? null,
      sequence: head.sequence + 1,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      data: JSON.stringify(entry.data),
      previous_hash: head.hash,
    };
    const row: AuditEntryRow = { ...unsealed, hash: auditHash(unsealed) };
    const moved = await tx<AuditHeadRow>('audit_heads')
      .where({ model_ref: modelRef, sequence: head.sequence, hash: head.hash })
      .update({ sequence: row.sequence, hash: row.hash });
    if (moved !== 1) throw new ChainMovedError();
    await tx<AuditEntryRow>('audit_entries').insert(row);
  }
}
