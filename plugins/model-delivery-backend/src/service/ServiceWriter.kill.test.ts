import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import knexFactory, { Knex } from 'knex';
import { DatabaseServiceStore } from '../database/DatabaseServiceStore';

jest.setTimeout(180_000);

const kills = 50;

const program = execFileSync(
  process.execPath,
  [
    path.resolve(__dirname, '../../../../scripts/test/bundleProcess.mjs'),
    path.resolve(__dirname, '../__testUtils__/deliveryProcess.ts'),
  ],
  { encoding: 'utf8' },
);

/** The next message of a process that has the key. */
async function said(child: ChildProcess, key: string): Promise<void> {
  for (;;) {
    const [message] = await once(child, 'message');
    if (message.failed) throw new Error(message.failed);
    if (key in message) return;
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'a delivery that is killed, on %s',
  id => {
    const folder = mkdtempSync(path.join(tmpdir(), 'killed-delivery-'));
    const directory = path.join(folder, 'git');
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    /** A database that another process can open. */
    async function createDatabase(): Promise<Knex.Config> {
      if (id === 'SQLITE_3')
        return {
          client: 'better-sqlite3',
          connection: { filename: path.join(folder, 'index.db') },
          useNullAsDefault: true,
        };
      const made = await databases.init(id);
      const { connection } = made.client.config;
      return { client: 'pg', connection };
    }

    const bare = (name: string) => path.join(directory, `${name}-gitops.git`);
    const git = (name: string, ...args: string[]) =>
      execFileSync('git', [`--git-dir=${bare(name)}`, ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();

    /** A process of its own group, so that its Git dies with it. */
    async function start(config: Knex.Config): Promise<ChildProcess> {
      const child = fork(program, [JSON.stringify(config), directory], {
        execArgv: [],
        stdio: 'ignore',
        detached: true,
      });
      await said(child, 'ready');
      return child;
    }

    async function kill(child: ChildProcess): Promise<void> {
      const ended = once(child, 'exit');
      process.kill(-Number(child.pid), 'SIGKILL');
      await ended;
    }

    /** How far a delivery came before its end. */
    async function stateOf(knex: Knex, name: string): Promise<string> {
      const row = await knex('services').where({ name }).first();
      if (row?.head) return 'indexed';
      try {
        return git(name, 'for-each-ref') ? 'committed' : 'repository';
      } catch {
        return row ? 'claimed' : 'nothing';
      }
    }

    async function assertOnce(knex: Knex, name: string): Promise<void> {
      const rows = await knex('services').where({ name });
      expect(rows).toEqual([
        expect.objectContaining({
          repository: `${name}-gitops`,
          head: git(name, 'rev-parse', 'main'),
        }),
      ]);
      expect(git(name, 'rev-list', '--all', '--count')).toBe('1');
      git(name, 'fsck', '--strict', '--no-dangling');
    }

    it(`ends in one repository, one row and one release, killed ${kills} times`, async () => {
      const config = await createDatabase();
      const knex = knexFactory(config);
      await DatabaseServiceStore.create(mockServices.database({ knex }));
      let child = await start(config);
      // A process takes longer to start than to deliver.
      let spare = start(config);
      const began = performance.now();
      child.send('whole');
      await said(child, 'delivered');
      const typical = performance.now() - began;
      const states: string[] = [];
      for (let nth = 0; nth < kills; nth += 1) {
        const name = `killed-${nth}`;
        child.send(name);
        await said(child, 'started');
        // Anywhere from the first claim to the last row.
        await wait(Math.random() * typical * 1.2);
        await kill(child);
        states.push(await stateOf(knex, name));
        child = await spare;
        spare = start(config);
        child.send(name);
        await said(child, 'delivered');
        await assertOnce(knex, name);
      }
      await kill(child);
      await kill(await spare);
      expect(new Set(states).size).toBeGreaterThan(2);
      const repositories = readdirSync(directory).filter(entry =>
        entry.endsWith('.git'),
      );
      expect(repositories).toHaveLength(kills + 1);
      expect(await knex('services')).toHaveLength(kills + 1);
      await knex.destroy();
    });
  },
);
