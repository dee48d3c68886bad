import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Death, Moment, moments } from './__testUtils__/deadlyMoments';
import { Portal, PortalOptions } from './__testUtils__/Portal';
import { PortalDatabase } from './__testUtils__/PortalDatabase';
import { serviceInput } from './__testUtils__/serviceInput';

jest.setTimeout(900_000);

/** How a run that was killed is brought to its end. */
const ways = ['again', 'recovered', 'retried'] as const;
type Way = (typeof ways)[number];

/** Enough for every moment once; `MODELYARD_TEST_KILLS=50` takes minutes. */
const kills = Number(process.env.MODELYARD_TEST_KILLS ?? 15);
const killsPerWay = Math.ceil(kills / ways.length);
const mostAttempts = 5;

/** A live task says so every second, if the machine lets it. */
const staleSeconds = 5;

/** Nobody but this test decides when a task is taken for dead. */
const patient = {
  taskRecovery: { enabled: true, staleTimeout: { hours: 1 } },
};
const scaffolderOf: Record<Way, JsonObject> = {
  again: patient,
  recovered: {
    taskRecovery: { enabled: true, staleTimeout: { seconds: staleSeconds } },
  },
  retried: {
    ...patient,
    taskTimeout: { seconds: staleSeconds },
    taskTimeoutJanitorFrequency: { seconds: 1 },
  },
};

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'a template run that is killed, on %s',
  id => {
    const folder = mkdtempSync(path.join(tmpdir(), 'killed-run-'));
    const directory = path.join(folder, 'git');
    const names: string[] = [];
    const states = new Set<string>();
    const died = new Map<Moment, number>();
    let database: PortalDatabase;

    beforeAll(async () => {
      database = await PortalDatabase.create(
        id === 'SQLITE_3' ? folder : await databases.init(id),
      );
    });
    afterAll(async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const start = (options: Partial<PortalOptions> = {}) =>
      Portal.start({
        database: database.config,
        directory,
        scaffolder: patient,
        ...options,
      });

    const git = (name: string, ...args: string[]) =>
      execFileSync(
        'git',
        [`--git-dir=${path.join(directory, `${name}-gitops.git`)}`, ...args],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
      ).trim();

    /** How far a run came before its end. */
    async function stateOf(name: string): Promise<string> {
      const [service] = await database.services(name);
      const task = await database.task(name);
      if (service?.head) return `indexed, ${task.status}`;
      try {
        return git(name, 'for-each-ref') ? 'committed' : 'repository';
      } catch {
        return service ? 'claimed' : `nothing, ${task.status}`;
      }
    }

    /** Each moment in turn: first at once, then some milliseconds later. */
    function nextDeath(): Death {
      const nth = [...died.values()].reduce((sum, count) => sum + count, 0);
      const at = moments[nth % moments.length];
      died.set(at, (died.get(at) ?? 0) + 1);
      const afterMs = nth < moments.length ? 0 : (nth * 7) % 23;
      return { at, afterMs };
    }

    /** Runs the template in a portal that dies of it. */
    async function runAndKill(
      portal: Portal,
      name: string,
      death: Death,
    ): Promise<void> {
      await portal.prepareDeath(death);
      // The answer may die with it.
      await portal.createTask(serviceInput(name)).catch(() => undefined);
      await portal.untilDead();
      states.add(await stateOf(name));
    }

    async function bringToEnd(portal: Portal, taskId: string): Promise<void> {
      for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
        if ((await portal.untilEnded(taskId)) === 'completed') return;
        await portal.call('POST', `scaffolder/v2/tasks/${taskId}/retry`, {});
      }
      expect(await portal.untilEnded(taskId)).toBe('completed');
    }

    async function assertOnce(name: string): Promise<void> {
      expect(await database.services(name)).toEqual([
        expect.objectContaining({
          repository: `${name}-gitops`,
          head: git(name, 'rev-parse', 'main'),
        }),
      ]);
      expect(git(name, 'rev-list', '--all', '--count')).toBe('1');
      git(name, 'fsck', '--strict', '--no-dangling');
    }

    it.each(ways)(
      'ends in one repository and one release when %s',
      async way => {
        const mine: string[] = [];
        let portal = await start();
        for (let nth = 0; nth < killsPerWay; nth += 1) {
          const name = `killed-${way}-${nth}`;
          mine.push(name);
          await runAndKill(portal, name, nextDeath());
          // Not before: another portal would take the task over.
          portal = await start();
          if (way === 'again') {
            await bringToEnd(
              portal,
              await portal.createTask(serviceInput(name)),
            );
            await assertOnce(name);
          }
        }
        await portal.kill();
        if (way !== 'again') {
          portal = await start({ scaffolder: scaffolderOf[way] });
          for (const name of mine)
            await bringToEnd(portal, (await database.task(name)).id);
          await portal.kill();
        }
        for (const name of mine) await assertOnce(name);
        names.push(...mine);
      },
    );

    it('has seen every moment and every kind of end', () => {
      expect([...died.keys()]).toEqual(moments);
      expect([...states]).toEqual(
        expect.arrayContaining([
          'nothing, processing',
          'claimed',
          'repository',
          'committed',
          'indexed, processing',
        ]),
      );
    });

    it('leaves one repository, one service and one Component for each', async () => {
      const repositories = readdirSync(directory).filter(entry =>
        entry.endsWith('.git'),
      );
      expect(repositories.sort()).toEqual(
        names.map(name => `${name}-gitops.git`).sort(),
      );
      expect(await database.services()).toHaveLength(names.length);
      const portal = await start({ holds: 'components' });
      let found: string[] = [];
      while (found.length < names.length) {
        await wait(500);
        const { body } = await portal.call(
          'GET',
          'catalog/entities?filter=kind=component',
        );
        found = body.map(
          (entity: { metadata: { name: string } }) => entity.metadata.name,
        );
      }
      expect(found.sort()).toEqual([...names].sort());
      await portal.kill();
    });
  },
);
