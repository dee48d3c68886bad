import {
  digestOf,
  LostRecord,
  Registration,
  Review,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { VersionFacts } from './FactStore';
import {
  AuditEntryRow,
  EvidenceRow,
  FactRow,
  RegistrationRow,
  ReviewRow,
} from './rows';

/** Actions that enter what evaluations rest on. */
export const enteredFacts = [
  'evidence-received',
  'review-created',
  'tier-registered',
];

interface Entered {
  version: string | null;
  action: string;
  id: string;
  digest: string;
  kind: string;
}

function parse<T>(row: FactRow): T {
  return JSON.parse(row.record);
}

function toEntered(row: AuditEntryRow): Entered {
  const { id, digest, kind } = JSON.parse(row.data);
  const { version, action } = row;
  if (action === 'evidence-received')
    return { version, action, id, digest, kind: String(kind) };
  const what = action === 'review-created' ? 'review' : 'registration';
  return { version, action, id, digest, kind: what };
}

function isSound(row: FactRow, digest: string): boolean {
  try {
    return digestOf(JSON.parse(row.record)) === digest;
  } catch {
    return false;
  }
}

/** The head of a model's chain, and how many entries there are, at one moment. */
async function readChain(knex: Knex, ref: string) {
  const entries = knex<AuditEntryRow>('audit_entries')
    .where('model_ref', ref)
    .count({ total: '*' });
  const row = await knex('audit_heads')
    .where('model_ref', ref)
    .select('sequence', { total: entries })
    .first();
  const sequence = Number(row?.sequence ?? 0);
  return { sequence, isBroken: Number(row?.total ?? 0) !== sequence };
}

async function readEntries(
  knex: Knex,
  ref: string,
  versions: string[],
): Promise<Entered[]> {
  const rows = await knex<AuditEntryRow>('audit_entries')
    .where('model_ref', ref)
    .whereIn('action', enteredFacts)
    .where(query => query.whereIn('version', versions).orWhereNull('version'));
  return rows.map(toEntered);
}

async function readFacts(knex: Knex, ref: string, versions: string[]) {
  const evidence = await knex<EvidenceRow>('evidence')
    .where('model_ref', ref)
    .whereIn('version', versions);
  const reviews = await knex<ReviewRow>('reviews')
    .where('model_ref', ref)
    .whereIn('version', versions);
  const registrations = await knex<RegistrationRow>('registrations')
    .where('model_ref', ref)
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  return { evidence, reviews, registrations };
}

type Facts = Awaited<ReturnType<typeof readFacts>>;

/** A fact and the version that it was entered for. */
function keyOf(id: string, version: string | null): string {
  return JSON.stringify([id, version]);
}

/** What was entered and is not there, or not as it was entered. */
function findLost(
  entries: Entered[],
  { evidence, reviews, registrations }: Facts,
): Map<string, LostRecord & { version: string | null }> {
  const byId = new Map<string, FactRow>(
    [...evidence, ...reviews, ...registrations].map(row => [row.id, row]),
  );
  const lost = new Map<string, LostRecord & { version: string | null }>();
  for (const { id, digest, kind, version } of entries) {
    const row = byId.get(id);
    if (row && isSound(row, digest)) continue;
    lost.set(id, { id, kind, version, state: row ? 'changed' : 'gone' });
  }
  return lost;
}

/**
 * Reads what is known about some versions of a model, and compares it with what
 * the audit chain says was entered: a record that was changed, or never entered,
 * does not count, and one that is gone or changed is reported as lost. The chain is read first, so
 * that what another writer adds meanwhile is never taken for a loss.
 */
export async function readVersionFacts(
  knex: Knex,
  ref: string,
  versions: string[],
): Promise<Map<string, VersionFacts>> {
  const { sequence, isBroken } = await readChain(knex, ref);
  const entries = await readEntries(knex, ref, versions);
  const facts = await readFacts(knex, ref, versions);
  const lost = findLost(entries, facts);
  const entered = new Set(entries.map(({ id, version }) => keyOf(id, version)));
  const sound = <TRow extends FactRow & { version?: string }>(rows: TRow[]) =>
    rows.filter(
      ({ id, version = null }) =>
        !lost.has(id) && entered.has(keyOf(id, version)),
    );
  const [registration] = sound(facts.registrations);
  const evidence = sound(facts.evidence);
  const reviews = sound(facts.reviews);
  const lostOf = (version: string) =>
    [...lost.values()]
      .filter(record => record.version === version || record.version === null)
      .map(({ id, kind, state }) => ({ id, kind, state }));
  return new Map(
    versions.map(version => [
      version,
      {
        sequence,
        evidence: evidence
          .filter(row => row.version === version)
          .map(row => parse<StoredEvidence>(row)),
        reviews: reviews
          .filter(row => row.version === version)
          .map(row => parse<Review>(row)),
        tier: registration && parse<Registration>(registration),
        lost: isBroken
          ? [{ id: ref, kind: '*', state: 'changed' }, ...lostOf(version)]
          : lostOf(version),
      },
    ]),
  );
}
