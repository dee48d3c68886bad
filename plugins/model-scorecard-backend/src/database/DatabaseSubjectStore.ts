import {
  decodeCursor,
  encodeCursor,
} from '@modelyard/plugin-model-catalog-node';
import {
  ScorecardPage,
  ScorecardRow,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { whereReadable } from './readable';
import { CurrentScorecardRow, SubjectRow } from './rows';
import { KnownVersion, ScorecardFilter, SubjectStore } from './SubjectStore';

type JoinedRow = SubjectRow & CurrentScorecardRow;

const tiers = ['prohibited', 'high', 'limited', 'minimal', 'general'] as const;

function toRow(version: KnownVersion): Omit<SubjectRow, 'derived_from'> {
  return {
    model_ref: version.ref,
    version: version.version,
    digest: version.digest,
    title: version.title,
    owner: version.owner ?? null,
    created_by: version.createdBy ?? null,
    created_at: version.createdAt,
    aliases: JSON.stringify(version.aliases),
    removed: version.removed,
  };
}

/** A row of `subjects` as a version. */
export function toKnownVersion(
  row: SubjectRow,
): KnownVersion & { derivedFrom?: string } {
  return {
    ref: row.model_ref,
    version: row.version,
    digest: row.digest,
    title: row.title,
    owner: row.owner ?? undefined,
    createdBy: row.created_by ?? undefined,
    createdAt: row.created_at,
    aliases: JSON.parse(row.aliases),
    removed: Boolean(row.removed),
    derivedFrom: row.derived_from ?? undefined,
  };
}

function toScorecardRow(row: JoinedRow): ScorecardRow {
  const known = toKnownVersion(row);
  return {
    subject: { ref: known.ref, version: known.version, digest: known.digest },
    title: known.title,
    owner: known.owner,
    createdBy: known.createdBy,
    createdAt: known.createdAt,
    aliases: known.aliases,
    tier: tiers.find(tier => tier === row.tier),
    evaluatedAt: row.at,
    gate: {
      environment: row.environment,
      state: row.gate === 'open' ? 'open' : 'closed',
      blockers: JSON.parse(row.blockers),
    },
    counts: JSON.parse(row.counts),
  };
}

/** {@link SubjectStore} in SQL. */
export class DatabaseSubjectStore implements SubjectStore {
  private constructor(private readonly knex: Knex) {}

  static create(knex: Knex): DatabaseSubjectStore {
    return new DatabaseSubjectStore(knex);
  }

  async get(ref: string, version: string): Promise<KnownVersion | undefined> {
    const row = await this.knex<SubjectRow>('subjects')
      .where({ model_ref: ref, version })
      .first();
    return row && toKnownVersion(row);
  }

  async all(ref?: string) {
    const query = this.knex<SubjectRow>('subjects');
    const rows = await (ref ? query.where('model_ref', ref) : query);
    return rows.map(toKnownVersion);
  }

  async put(version: KnownVersion): Promise<boolean> {
    const stored = await this.get(version.ref, version.version);
    const row = toRow(version);
    const same =
      stored && JSON.stringify(toRow(stored)) === JSON.stringify(row);
    if (same) return false;
    await this.knex<SubjectRow>('subjects')
      .insert({ ...row, derived_from: null })
      .onConflict(['model_ref', 'version'])
      .merge(row);
    return true;
  }

  async markDerived(ref: string, version: string, derivedFrom: string) {
    await this.knex<SubjectRow>('subjects')
      .where({ model_ref: ref, version })
      .update({ derived_from: derivedFrom });
  }

  async remove(ref: string, version: string): Promise<void> {
    await this.knex<SubjectRow>('subjects')
      .where({ model_ref: ref, version })
      .update({ removed: true });
  }

  async list(filter: ScorecardFilter): Promise<ScorecardPage> {
    const position = decodeCursor(filter.cursor, 3);
    const page = this.filtered(filter).orderBy([
      { column: 's.created_at', order: 'desc' },
      { column: 's.model_ref' },
      { column: 's.version' },
    ]);
    if (position) {
      const [createdAt, ref, version] = position;
      page.where(after =>
        after
          .where('s.created_at', '<', createdAt)
          .orWhere(same =>
            same
              .where('s.created_at', createdAt)
              .where(next =>
                next
                  .where('s.model_ref', '>', ref)
                  .orWhere(model =>
                    model
                      .where('s.model_ref', ref)
                      .where('s.version', '>', version),
                  ),
              ),
          ),
      );
    }
    const rows: JoinedRow[] = await page
      .limit(filter.limit + 1)
      .select('c.*', 's.*');
    const counted = await this.filtered(filter).count({ total: '*' }).first();
    const items = rows.slice(0, filter.limit);
    const last = rows.length > filter.limit ? items.at(-1) : undefined;
    return {
      items: items.map(toScorecardRow),
      nextCursor:
        last && encodeCursor([last.created_at, last.model_ref, last.version]),
      totalItems: Number(counted?.total ?? 0),
    };
  }

  private filtered(filter: ScorecardFilter) {
    const { environment, verdict, gate, owner, tier, models, versions } =
      filter;
    const query = this.knex('subjects as s')
      .join('current_scorecards as c', join =>
        join
          .on('c.model_ref', 's.model_ref')
          .andOn('c.version', 's.version')
          .andOnVal('c.environment', environment),
      )
      .where('s.removed', false);
    if (verdict) query.where('c.verdicts', 'like', `%|${verdict}|%`);
    if (gate) query.where('c.gate', gate);
    if (owner === 'none') query.whereNull('s.owner');
    else if (owner) query.where('s.owner', owner);
    if (tier === 'none') query.whereNull('c.tier');
    else if (tier) query.where('c.tier', tier);
    if (models) query.whereIn('s.model_ref', models);
    if (versions) query.whereIn('s.version', versions);
    return whereReadable(query, 's.model_ref', filter.readable);
  }
}
