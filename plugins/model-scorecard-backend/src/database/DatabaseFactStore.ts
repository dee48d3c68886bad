import {
  digestOf,
  Registration,
  Review,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { AuditChain } from './AuditChain';
import { FactFilter, FactPage, FactStore, Origin } from './FactStore';
import { pageFacts } from './pageFacts';
import { readVersionFacts } from './readVersionFacts';
import {
  CurrentScorecardRow,
  EvidenceRow,
  FactRow,
  RegistrationRow,
  ReviewRow,
} from './rows';

function toEvidenceRow(record: StoredEvidence): EvidenceRow {
  const { subject } = record;
  return {
    id: record.id,
    model_ref: subject.ref,
    version: subject.version,
    subject_digest: subject.digest,
    kind: record.kind,
    produced_at: record.producedAt,
    received_at: record.receivedAt,
    raw_digest: record.raw?.digest ?? record.digest,
    record_digest: digestOf(record),
    record: JSON.stringify(record),
  };
}

function parseRecord<T>(row: FactRow): T {
  return JSON.parse(row.record);
}

/**
 * Results that rest on new facts fall due, also when we are killed right now.
 * Comes after the chain's head is locked, as everywhere.
 */
async function markDue(
  tx: Knex.Transaction,
  ref: string,
  version?: string,
): Promise<void> {
  const rows = tx<CurrentScorecardRow>('current_scorecards').where({
    model_ref: ref,
  });
  if (version !== undefined) rows.where({ version });
  await rows.update({ due_at: '' });
}

/** {@link FactStore} in SQL. */
export class DatabaseFactStore implements FactStore {
  private constructor(
    private readonly knex: Knex,
    private readonly chain: AuditChain,
  ) {}

  static create(knex: Knex, chain: AuditChain): DatabaseFactStore {
    return new DatabaseFactStore(knex, chain);
  }

  async addEvidence(records: StoredEvidence[], origin: Origin) {
    const ids = records.map(({ id }) => id);
    return this.chain.write(async tx => {
      const there = await tx<EvidenceRow>('evidence').whereIn('id', ids);
      const known = new Map(there.map(row => [row.id, row]));
      for (const record of records) {
        if (known.has(record.id)) continue;
        const row = toEvidenceRow(record);
        await tx<EvidenceRow>('evidence').insert(row);
        await this.chain.append(tx, {
          modelRef: row.model_ref,
          version: row.version,
          ...origin,
          action: 'evidence-received',
          data: {
            id: row.id,
            digest: row.record_digest,
            kind: row.kind,
            format: record.format,
            trust: record.trust,
            rawDigest: row.raw_digest,
            redated: record.redated,
          },
        });
      }
      const [first] = records;
      if (first && known.size < records.length)
        await markDue(tx, first.subject.ref, first.subject.version);
      return {
        known: known.size === records.length,
        records: records.map(record => {
          const row = known.get(record.id);
          return row ? parseRecord<StoredEvidence>(row) : record;
        }),
      };
    });
  }

  async getEvidence(id: string): Promise<StoredEvidence | undefined> {
    const row = await this.knex<EvidenceRow>('evidence').where({ id }).first();
    return row && parseRecord(row);
  }

  async listEvidence(filter: FactFilter): Promise<FactPage<StoredEvidence>> {
    const { rows, ...page } = await pageFacts<EvidenceRow>(
      this.knex,
      'evidence',
      'received_at',
      filter,
    );
    return { ...page, items: rows.map(row => parseRecord(row)) };
  }

  async addReview(review: Review, origin: Origin): Promise<void> {
    const { id, subject, environment, role } = review;
    const digest = digestOf(review);
    await this.chain.write(async tx => {
      if (await tx<ReviewRow>('reviews').where({ id }).first()) return;
      await tx<ReviewRow>('reviews').insert({
        id,
        environment,
        role,
        at: review.at,
        model_ref: subject.ref,
        version: subject.version,
        record_digest: digest,
        record: JSON.stringify(review),
      });
      const { decision, by, comment, redated } = review;
      await this.chain.append(tx, {
        modelRef: subject.ref,
        version: subject.version,
        ...origin,
        action: 'review-created',
        data: { id, digest, environment, role, decision, by, comment, redated },
      });
      await markDue(tx, subject.ref, subject.version);
    });
  }

  async getReview(id: string): Promise<Review | undefined> {
    const row = await this.knex<ReviewRow>('reviews').where({ id }).first();
    return row && parseRecord(row);
  }

  async listReviews(filter: FactFilter): Promise<FactPage<Review>> {
    const { rows, ...page } = await pageFacts<ReviewRow>(
      this.knex,
      'reviews',
      'at',
      filter,
    );
    const key = (row: Pick<ReviewRow, 'version' | 'environment' | 'role'>) =>
      JSON.stringify([row.version, row.environment, row.role]);
    const latest = await this.knex<ReviewRow>('reviews')
      .where('model_ref', filter.model)
      .groupBy('version', 'environment', 'role')
      .select('version', 'environment', 'role')
      .max({ at: 'at' });
    const latestAt = new Map(latest.map(row => [key(row), row.at]));
    const items = rows.map(row => ({
      ...parseRecord<Review>(row),
      superseded: row.at < String(latestAt.get(key(row))) || undefined,
    }));
    return { ...page, items };
  }

  async addRegistration(
    registration: Registration,
    origin: Origin,
  ): Promise<void> {
    const { id, ref, tier, purpose, personalData, by, at, redated } =
      registration;
    const digest = digestOf(registration);
    await this.chain.write(async tx => {
      if (await tx<RegistrationRow>('registrations').where({ id }).first())
        return;
      await tx<RegistrationRow>('registrations').insert({
        id,
        model_ref: ref,
        at,
        record_digest: digest,
        record: JSON.stringify(registration),
      });
      await this.chain.append(tx, {
        modelRef: ref,
        ...origin,
        action: 'tier-registered',
        data: { id, digest, tier, purpose, personalData, by, redated },
      });
      await markDue(tx, ref);
    });
  }

  async getRegistration(id: string): Promise<Registration | undefined> {
    const row = await this.knex<RegistrationRow>('registrations')
      .where({ id })
      .first();
    return row && parseRecord(row);
  }

  async registrationOf(ref: string): Promise<Registration | undefined> {
    const row = await this.knex<RegistrationRow>('registrations')
      .where({ model_ref: ref })
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .first();
    return row && parseRecord(row);
  }

  async factsOf(ref: string, versions: string[]) {
    return readVersionFacts(this.knex, ref, versions);
  }

  async setting(key: string, value: () => string): Promise<string> {
    const read = () => this.knex('settings').where({ key }).first();
    const there = await read();
    if (there) return there.value;
    await this.knex('settings')
      .insert({ key, value: value() })
      .onConflict('key')
      .ignore();
    return (await read()).value;
  }
}
