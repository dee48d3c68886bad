import { TestDatabases } from '@backstage/backend-test-utils';
import {
  basis,
  fill,
  migrations,
  openTestDatabase,
  origin,
  record,
  registration,
  review,
  scorecard,
  storesOn,
  subject,
  version,
} from '../__testUtils__/stores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});
describe.each(databases.eachSupportedId())('stores on %p', id => {
  it('migrates up and down with data in it', async () => {
    const knex = await openTestDatabase(databases, id);
    await fill(storesOn(knex));
    await knex.migrate.rollback({ directory: migrations }, true);
    expect(await knex.schema.hasTable('evidence')).toBe(false);
    await knex.migrate.latest({ directory: migrations });
    await fill(storesOn(knex));
    expect(await storesOn(knex).verifier.verify()).toEqual({
      ok: true,
      entries: 5,
    });
  });

  it('adds facts once and pages them', async () => {
    const { facts, log } = storesOn(await openTestDatabase(databases, id));
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
    const drift = { ...record('e3'), kind: 'drift' };
    await facts.addEvidence([drift], origin);
    expect(
      await facts.listEvidence({ ...filter, kind: 'drift' }),
    ).toMatchObject({ totalItems: 1, items: [{ id: 'e3' }] });
    const readable = new Set(['model:default/other']);
    expect(await log.list({ limit: 10, readable })).toMatchObject({
      totalItems: 0,
    });
    expect((await log.list({ limit: 10, readable: 'all' })).totalItems).toBe(3);
  });

  it('knows which review was superseded and which tier holds', async () => {
    const { facts } = storesOn(await openTestDatabase(databases, id));
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
    const known = (await facts.factsOf(subject.ref, ['7'])).get('7');
    expect(known?.tier?.tier).toBe('limited');
    expect(known?.reviews).toHaveLength(3);
    expect(known?.lost).toEqual([]);
  });

  it('keeps a result only when it changed', async () => {
    const { evaluations, log } = storesOn(
      await openTestDatabase(databases, id),
    );
    const later = { evaluatedAt: '2026-11-02T00:00:00.000Z' };
    expect(await evaluations.record(scorecard(), basis)).toBe(true);
    expect(await evaluations.record(scorecard(later), basis)).toBe(false);
    const open_ = { environment: 'prod', state: 'open' as const, blockers: [] };
    expect(
      await evaluations.record(scorecard({ ...later, gate: open_ }), basis),
    ).toBe(true);
    const { items } = await log.list({ limit: 10, readable: 'all' });
    expect(items.map(e => [e.action, e.data.gate])).toEqual([
      ['gate-changed', 'open'],
      ['gate-changed', 'closed'],
    ]);
  });

  it('lists current scorecards, filtered and paged', async () => {
    const { evaluations, subjects } = storesOn(
      await openTestDatabase(databases, id),
    );
    for (const name of ['1', '2', '3']) {
      await subjects.put(
        version(name, name === '3' ? { owner: undefined } : {}),
      );
      await evaluations.record(
        scorecard({
          subject: { ...subject, version: name },
          tier: name === '2' ? undefined : 'high',
        }),
        basis,
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
    expect(await totals({ versions: ['2', '9'] })).toBe(1);
    expect(await totals({ readable: new Set() })).toBe(0);
    expect(await totals({ readable: new Set([subject.ref]) })).toBe(2);
  });

  it('lets the first writer of a setting win', async () => {
    const { facts } = storesOn(await openTestDatabase(databases, id));
    expect(await facts.setting('days', () => '3')).toBe('3');
    expect(await facts.setting('days', () => '4')).toBe('3');
  });
});
