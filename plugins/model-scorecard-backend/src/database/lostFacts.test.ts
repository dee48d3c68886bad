import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  fill,
  openTestDatabase,
  origin,
  record,
  registration,
  scorecard,
  storesOn,
  subject,
} from '../__testUtils__/stores';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('facts on %p', id => {
  let knex: Knex;
  let stores: ReturnType<typeof storesOn>;

  beforeEach(async () => {
    knex = await openTestDatabase(databases, id);
    stores = storesOn(knex);
    await fill(stores);
  });

  async function known() {
    const facts = await stores.facts.factsOf(subject.ref, ['7']);
    return facts.get('7');
  }

  it.each([
    ['evidence', 'e1', 'fairness', 'gone', () => knex('evidence').delete()],
    ['a review', 'r1', 'review', 'gone', () => knex('reviews').delete()],
    [
      'a registration',
      registration.id,
      'registration',
      'gone',
      () => knex('registrations').delete(),
    ],
    [
      'changed evidence',
      'e1',
      'fairness',
      'changed',
      () =>
        knex('evidence')
          .where({ id: 'e1' })
          .update({
            record: JSON.stringify({ ...record('e1'), usable: false }),
          }),
    ],
  ])('miss %s', async (_, lostId, kind, state, harm) => {
    expect((await known())?.lost).toEqual([]);
    await harm();
    expect((await known())?.lost).toContainEqual({ id: lostId, kind, state });
    const evidence = (await known())?.evidence.map(e => e.id);
    if (kind === 'fairness') expect(evidence).not.toContain('e1');
  });

  it('do not count when nobody entered them', async () => {
    const [row] = await knex('evidence').where({ id: 'e1' });
    const forged = JSON.stringify({ ...record('e9'), trust: 'signed' });
    await knex('evidence').insert({ ...row, id: 'e9', record: forged });
    const facts = await known();
    expect(facts?.evidence.map(e => e.id).sort()).toEqual(['e1', 'e2']);
    await knex('evidence').where({ id: 'e2' }).update({ version: '8' });
    const other = await stores.facts.factsOf(subject.ref, ['8']);
    expect(other.get('8')?.evidence).toEqual([]);
  });

  it('know that an entry was taken out of the chain', async () => {
    await knex('audit_entries').where('action', 'evidence-received').delete();
    expect((await known())?.lost).toContainEqual({
      id: subject.ref,
      kind: '*',
      state: 'changed',
    });
  });

  it('make the results that rest on them fall due', async () => {
    const { evaluations, facts } = stores;
    const before = await known();
    const sequence = (await known())?.sequence ?? 0;
    expect(before?.sequence).toBeGreaterThan(0);
    expect(await evaluations.current(subject.ref, '7', 'prod')).toMatchObject({
      dueAt: undefined,
    });
    await facts.addEvidence([record('e3')], origin);
    expect(await evaluations.current(subject.ref, '7', 'prod')).toMatchObject({
      dueAt: '',
    });
    expect(await evaluations.record(scorecard(), { sequence })).toBe(
      'outdated',
    );
    const now = (await known())?.sequence ?? 0;
    expect(await evaluations.record(scorecard(), { sequence: now })).toBe(
      false,
    );
    expect(await evaluations.current(subject.ref, '7', 'prod')).toMatchObject({
      dueAt: undefined,
    });
  });
});
