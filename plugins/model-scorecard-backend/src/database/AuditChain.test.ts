import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  fill,
  openTestDatabase,
  origin,
  record,
  review,
  storesOn,
  subject,
} from '../__testUtils__/stores';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});
describe.each(databases.eachSupportedId())('audit chain on %p', id => {
  it('never forks a chain when many write at once', async () => {
    const knex = await openTestDatabase(databases, id);
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
      'entries that changed places',
      async (k: Knex) => {
        await k('audit_entries')
          .where({ sequence: 2 })
          .update({ sequence: 99 });
        await k('audit_entries').where({ sequence: 3 }).update({ sequence: 2 });
        await k('audit_entries')
          .where({ sequence: 99 })
          .update({ sequence: 3 });
      },
      'it does not link to the entry before it',
    ],
    [
      'evidence that was moved to another version',
      (k: Knex) => k('evidence').where({ id: 'e1' }).update({ version: '8' }),
      'the record in evidence was changed',
    ],
    [
      'evidence that nobody entered',
      async (k: Knex) => {
        const [row] = await k('evidence').where({ id: 'e1' });
        await k('evidence').insert({ ...row, id: 'e9' });
      },
      'the record in evidence was never entered',
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
    const knex = await openTestDatabase(databases, id);
    const stores = storesOn(knex);
    await fill(stores);
    expect((await stores.verifier.verify()).ok).toBe(true);
    await tamper(knex);
    const { ok, firstBadEntry } = await stores.verifier.verify(subject.ref);
    expect(ok).toBe(false);
    expect(firstBadEntry?.reason).toContain(reason);
  });
});
