import { ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import knexFactory, { Knex } from 'knex';
import {
  evaluatorOn,
  migrations,
  origin,
  record,
  subject,
  version,
} from '../__testUtils__/stores';

jest.setTimeout(300_000);

const kills = 50;

const program = execFileSync(
  process.execPath,
  [
    resolve(__dirname, '../../../../scripts/test/bundleProcess.mjs'),
    resolve(__dirname, '../__testUtils__/evaluatingProcess.ts'),
  ],
  { encoding: 'utf8' },
);

function start(config: Knex.Config, first: number): ChildProcess {
  const args = [JSON.stringify(config), String(first)];
  return fork(program, args, { execArgv: [], stdio: 'ignore' });
}

describe.each(TestDatabases.create().eachSupportedId())(
  'Evaluator on %s',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    const folder = mkdtempSync(join(tmpdir(), 'killed-'));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** A database that another process can open. */
    async function createDatabase(name: string) {
      const config: Knex.Config =
        id === 'SQLITE_3'
          ? {
              client: 'better-sqlite3',
              connection: { filename: join(folder, `${name}.db`) },
              useNullAsDefault: true,
            }
          : {
              client: 'pg',
              connection: (await databases.init(id)).client.config.connection,
            };
      const knex = knexFactory(config);
      await knex.migrate.latest({ directory: migrations });
      return { config, knex };
    }

    it(`keeps one whole chain and the right result, killed ${kills} times`, async () => {
      const { config, knex } = await createDatabase('killed');
      const { evaluator, facts, subjects, verifier, evaluations } =
        evaluatorOn(knex);
      await subjects.put(version('7'));
      let next = start(config, 0);
      for (let nth = 0; nth < kills; nth += 1) {
        const child = next;
        const ended = once(child, 'exit');
        child.send('go');
        next = start(config, (nth + 1) * 1000);
        let stored = 0;
        child.on('message', async message => {
          if (message !== 'stored') return;
          stored += 1;
          if (stored !== 1 + (nth % 3)) return;
          // Anywhere from storing a record to the end of its evaluation.
          await wait(nth % 5);
          child.kill('SIGKILL');
        });
        await ended;
        expect(await verifier.verify()).toMatchObject({ ok: true });
      }
      next.kill('SIGKILL');
      const counted = await knex('evidence').count({ total: '*' }).first();
      const known = await facts.factsOf(subject.ref, ['7']);
      expect(known.get('7')).toMatchObject({ lost: [] });
      expect(known.get('7')?.evidence).toHaveLength(Number(counted?.total));
      expect(Number(counted?.total)).toBeGreaterThanOrEqual(kills);
      await evaluator.refreshOutdated();
      const { scorecards } = await evaluator.scorecardsOf(version('7'), [
        'prod',
      ]);
      const [row] = await knex('current_scorecards');
      expect(row.gate).toBe(scorecards[0].gate.state);
      expect(
        await evaluations.outdated(
          scorecards[0].pack.digest,
          '2026-11-27T00:00:00.000Z',
        ),
      ).toEqual([]);
      await knex.destroy();
    });

    it('lets no older result overwrite a newer one, on two replicas', async () => {
      const { config, knex } = await createDatabase('replicas');
      // SQLite is embedded: its replicas are callers of one connection.
      const other = id === 'SQLITE_3' ? knex : knexFactory(config);
      const replicas = [evaluatorOn(knex), evaluatorOn(other)];
      await replicas[0].subjects.put(version('7'));
      for (let round = 0; round < 20; round += 1) {
        await Promise.all(
          replicas.map(async ({ facts, evaluator }, i) => {
            const at = new Date(Date.UTC(2026, 1, 1, 0, round, i));
            const evidence = {
              ...record(`r${round}-${i}`),
              producedAt: at.toISOString(),
              metrics: [{ key: 'spd', value: i ? (round % 2) / 5 : 0.1 }],
            };
            await facts.addEvidence([evidence], origin);
            await evaluator.refresh(version('7'));
          }),
        );
        const [row] = await knex('current_scorecards');
        expect([round, row.gate]).toEqual([
          round,
          round % 2 ? 'closed' : 'open',
        ]);
      }
      expect(await replicas[1].verifier.verify()).toMatchObject({ ok: true });
      const sequences = await knex('evaluations').pluck('sequence');
      expect(new Set(sequences).size).toBe(sequences.length);
      if (other !== knex) await other.destroy();
      await knex.destroy();
    });
  },
);
