import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  Registration,
  Review,
  Scorecard,
  StoredEvidence,
} from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { AuditChain } from './AuditChain';
import { AuditLog } from './AuditLog';
import { AuditVerifier } from './AuditVerifier';
import { DatabaseEvaluationStore } from './DatabaseEvaluationStore';
import { DatabaseFactStore } from './DatabaseFactStore';
import { DatabaseSubjectStore } from './DatabaseSubjectStore';
import { KnownVersion } from './SubjectStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});
const directory = resolvePackagePath(
  '@modelyard/plugin-model-scorecard-backend',
  'migrations',
);
const at = '2026-11-01T00:00:00.000Z';
const origin = { actor: 'pipeline', at };
const subject = {
  ref: 'model:default/credit-risk',
  version: '7',
  digest: 'sha256:7',
};

function record(id: string, receivedAt = at): StoredEvidence {
  return {
    id,
    subject,
    receivedAt,
    kind: 'fairness',
    format: 'canonical/1',
    tool: { name: 'fairlearn', version: '0.15.0' },
    trust: 'manual',
    digest: `sha256:${id}`,
    usable: true,
    problems: [],
    producedAt: at,
    metrics: [{ key: 'spd', value: 0.01 }],
    raw: { digest: `sha256:raw-${id}` },
  };
}

function review(id: string, change: Partial<Review> = {}): Review {
  return {
    ...{ id, subject, at, role: 'reviewer', decision: 'approve' as const },
    environment: 'prod',
    comment: 'Read it',
    by: 'user:default/reviewer',
    ...change,
  };
}

const registration: Registration = {
  id: 'registration-1',
  ref: subject.ref,
  tier: 'high',
  purpose: 'Loans',
  by: 'user:default/reviewer',
  at,
};

function scorecard(over: Partial<Scorecard> = {}): Scorecard {
  return {
    subject,
    pack: { id: 'default', version: '1', digest: 'sha256:p' },
    evaluatedAt: at,
    tier: 'high',
    gate: { environment: 'prod', state: 'closed', blockers: ['fair.spd'] },
    counts: { pass: 7, fail: 1 },
    checks: [],
    approvals: [],
    ...over,
  };
}

function version(name: string, change: Partial<KnownVersion> = {}) {
  return {
    ref: subject.ref,
    version: name,
    digest: 'sha256:7',
    title: 'Credit risk',
    owner: 'group:default/risk-ml',
    createdAt: `2026-10-0${name}T00:00:00.000Z`,
    aliases: [],
    removed: false,
    ...change,
  };
}

function storesOn(knex: Knex) {
  const chain = AuditChain.create(knex);
  return {
    facts: DatabaseFactStore.create(knex, chain),
    evaluations: DatabaseEvaluationStore.create(knex, chain),
    subjects: DatabaseSubjectStore.create(knex),
    log: AuditLog.create(knex),
    verifier: AuditVerifier.create(knex),
  };
}

async function fill(stores: ReturnType<typeof storesOn>) {
  await stores.facts.addEvidence([record('e1'), record('e2')], origin);
  await stores.facts.addReview(review('r1'), origin);
  await stores.facts.addRegistration(registration, origin);
  await stores.evaluations.record(scorecard());
}

async function open(id: TestDatabaseId): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory });
  return knex;
}

describe.each(databases.eachSupportedId())('stores on %p', id => {
  it('migrates up and down with data in it', async () => {
    const knex = await open(id);
    await fill(storesOn(knex));
    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('evidence')).toBe(false);
    await knex.migrate.latest({ directory });
    await fill(storesOn(knex));
    expect(await storesOn(knex).verifier.verify()).toEqual({
      ok: true,
      entries: 5,
    });
  });

  it('adds facts once and pages them', async () => {
    const { facts, log } = storesOn(await open(id));
    const first = await facts.addEvidence([record('e1')], origin);
    expect(first.known).toBe(false);
    const changed = { ...record('e1'), receivedAt: '2026-12-01T00:00:00.000Z' };
    const again = await facts.addEvidence([changed], origin);
    expect(again).toEqual({ known: true, records: [record('e1')] });
    await facts.addEvidence([record('e2', '2026-11-02T00:00:00.000Z')], origin);
    const filter = { model: subject.ref, version: '7', limit: 1 };
    const newest = await facts.listEvidence(filter);
    expect(newest).toMatchObject({ totalItems: 2, items: [{ id: 'e2' }] });
    const rest = await facts.listEvidence({
      ...filter,
      cursor: newest.nextCursor,
    });
    expect(rest.items.map(r => r.id)).toEqual(['e1']);
    expect(rest.nextCursor).toBeUndefined();
    const readable = new Set(['model:default/other']);
    expect(await log.list({ limit: 10, readable })).toMatchObject({
      totalItems: 0,
    });
    expect((await log.list({ limit: 10, readable: 'all' })).totalItems).toBe(2);
  });

  it('knows which review was superseded and which tier holds', async () => {
    const { facts } = storesOn(await open(id));
    const later = '2026-11-05T00:00:00.000Z';
    await facts.addReview(review('r1', { decision: 'reject' }), origin);
    await facts.addReview(review('r2', { at: later }), origin);
    await facts.addReview(review('r3', { environment: 'staging' }), origin);
    const { items } = await facts.listReviews({ model: subject.ref, limit: 9 });
    expect(items.filter(r => r.superseded).map(r => r.id)).toEqual(['r1']);
    await facts.addRegistration(registration, origin);
    await facts.addRegistration(
      { ...registration, id: 'registration-2', tier: 'limited', at: later },
      origin,
    );
    const known = await facts.factsOf(subject.ref, '7');
    expect(known.tier?.tier).toBe('limited');
    expect(known.reviews).toHaveLength(3);
  });

  it('keeps a result only when it changed', async () => {
    const { evaluations, log } = storesOn(await open(id));
    const later = { evaluatedAt: '2026-11-02T00:00:00.000Z' };
    expect(await evaluations.record(scorecard())).toBe(true);
    expect(await evaluations.record(scorecard(later))).toBe(false);
    const open_ = { environment: 'prod', state: 'open' as const, blockers: [] };
    expect(await evaluations.record(scorecard({ ...later, gate: open_ }))).toBe(
      true,
    );
    const { items } = await log.list({ limit: 10, readable: 'all' });
    expect(items.map(e => [e.action, e.data.gate])).toEqual([
      ['gate-changed', 'open'],
      ['gate-changed', 'closed'],
    ]);
  });

  it('lists current scorecards, filtered and paged', async () => {
    const { evaluations, subjects } = storesOn(await open(id));
    for (const name of ['1', '2', '3']) {
      await subjects.put(
        version(name, name === '3' ? { owner: undefined } : {}),
      );
      await evaluations.record(
        scorecard({
          subject: { ...subject, version: name },
          tier: name === '2' ? undefined : 'high',
        }),
      );
    }
    expect(await subjects.put(version('1'))).toBe(false);
    await subjects.remove(subject.ref, '1');
    const base = { environment: 'prod', limit: 1, readable: 'all' as const };
    const first = await subjects.list(base);
    expect(first).toMatchObject({
      totalItems: 2,
      items: [{ subject: { version: '3' }, gate: { blockers: ['fair.spd'] } }],
    });
    const second = await subjects.list({ ...base, cursor: first.nextCursor });
    expect(second.items.map(r => r.subject.version)).toEqual(['2']);
    expect(second.nextCursor).toBeUndefined();
    const totals = async (change: object) =>
      (await subjects.list({ ...base, ...change })).totalItems;
    expect(await totals({ owner: 'none' })).toBe(1);
    expect(await totals({ owner: 'group:default/risk-ml' })).toBe(1);
    expect(await totals({ tier: 'none' })).toBe(1);
    expect(await totals({ verdict: 'fail' })).toBe(2);
    expect(await totals({ verdict: 'stale' })).toBe(0);
    expect(await totals({ gate: 'open' })).toBe(0);
    expect(await totals({ environment: 'dev' })).toBe(0);
    expect(await totals({ models: ['model:default/x'] })).toBe(0);
    expect(await totals({ readable: new Set() })).toBe(0);
    expect(await totals({ readable: new Set([subject.ref]) })).toBe(2);
  });

  it('never forks a chain when many write at once', async () => {
    const knex = await open(id);
    const writers = [storesOn(knex), storesOn(knex)];
    await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        writers[i % 2].facts.addEvidence([record(`e${i % 12}`)], origin),
      ),
    );
    expect(await writers[0].verifier.verify()).toEqual({
      ok: true,
      entries: 12,
    });
  });

  it('lets the first writer of a setting win', async () => {
    const { facts } = storesOn(await open(id));
    expect(await facts.setting('days', () => '3')).toBe('3');
    expect(await facts.setting('days', () => '4')).toBe('3');
  });

  it.each([
    [
      'a changed entry',
      (k: Knex) =>
        k('audit_entries').where({ sequence: 2 }).update({ actor: 'nobody' }),
      'it was changed',
    ],
    [
      'a missing entry',
      (k: Knex) => k('audit_entries').where({ sequence: 2 }).delete(),
      'entry 2 is missing',
    ],
    [
      'a cut end',
      (k: Knex) => k('audit_entries').where({ sequence: 5 }).delete(),
      'the chain ends at entry 4',
    ],
    [
      'a chain without a head',
      (k: Knex) => k('audit_heads').delete(),
      'the head of its chain is gone',
    ],
    [
      'changed evidence',
      (k: Knex) =>
        k('evidence')
          .where({ id: 'e2' })
          .update({
            record: JSON.stringify({ ...record('e2'), trust: 'signed' }),
          }),
      'the record in evidence was changed',
    ],
    [
      'deleted evidence',
      (k: Knex) => k('evidence').where({ id: 'e1' }).delete(),
      'the record in evidence is gone',
    ],
    [
      'a changed review',
      (k: Knex) =>
        k('reviews').update({
          record: JSON.stringify(review('r1', { decision: 'reject' })),
        }),
      'the record in reviews was changed',
    ],
    [
      'a changed evaluation',
      (k: Knex) => k('evaluations').update({ record: '{}' }),
      'the record in evaluations was changed',
    ],
  ])('finds %s', async (_, tamper, reason) => {
    const knex = await open(id);
    const stores = storesOn(knex);
    await fill(stores);
    expect((await stores.verifier.verify()).ok).toBe(true);
    await tamper(knex);
    const { ok, firstBadEntry } = await stores.verifier.verify(subject.ref);
    expect(ok).toBe(false);
    expect(firstBadEntry?.reason).toContain(reason);
  });
});
