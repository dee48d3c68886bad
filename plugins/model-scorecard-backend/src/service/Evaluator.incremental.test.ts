import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TestDatabases } from '@backstage/backend-test-utils';
import { loadPack } from '@modelyard/plugin-model-scorecard-common';
import { Knex } from 'knex';
import { examplesDirectory } from '../__testUtils__/startScorecard';
import {
  evaluatorOn,
  openTestDatabase,
  origin,
  record,
  subject,
  version,
} from '../__testUtils__/stores';
import { EvaluationRow } from '../database/rows';

jest.setTimeout(120_000);

const text = readFileSync(
  join(examplesDirectory, 'packs/default.yaml'),
  'utf8',
);
const pack = loadPack(text);
const nextPack = loadPack(text.replace(/^version: .*$/m, 'version: "3"'));
const names = Array.from({ length: 40 }, (_, i) => String(i + 1));

describe.each(TestDatabases.create().eachSupportedId())(
  'Evaluator on %s, with 40 versions and 31 checks',
  id => {
    const databases = TestDatabases.create({ ids: [id] });
    let knex: Knex;
    let inForce = pack;
    let now = '2026-11-27T00:00:00.000Z';
    let stores: ReturnType<typeof evaluatorOn>;

    const evaluatedVersions = async (): Promise<string[]> => {
      const rows = await knex<EvaluationRow>('evaluations').orderBy('version');
      return rows.map(row => row.version);
    };

    beforeAll(async () => {
      knex = await openTestDatabase(databases, id);
      stores = evaluatorOn(knex, { pack: () => inForce, now: () => now });
      for (const name of names)
        await stores.subjects.put(
          version(name, { createdAt: '2026-10-01T00:00:00.000Z' }),
        );
    });

    it('has the whole default pack', () => {
      expect(pack.checks).toHaveLength(31);
    });

    it('evaluates everything once, and nothing a second time', async () => {
      expect(await stores.evaluator.refreshOutdated()).toEqual({
        evaluated: 40,
        changed: 40,
      });
      expect(await stores.evaluator.refreshOutdated()).toEqual({
        evaluated: 0,
        changed: 0,
      });
      expect(await evaluatedVersions()).toHaveLength(40);
    });

    it('evaluates for new evidence the version that it is about', async () => {
      const fresh = { ...record('e1'), producedAt: '2026-11-20T00:00:00.000Z' };
      await stores.facts.addEvidence([fresh], origin);
      expect(await stores.evaluator.refresh(version(subject.version))).toBe(1);
      expect((await stores.evaluator.refreshOutdated()).evaluated).toBe(0);
      const twice = await evaluatedVersions();
      expect(twice).toHaveLength(41);
      expect(twice.filter(name => name === subject.version)).toHaveLength(2);
    });

    it('evaluates for the age of evidence the version that has it', async () => {
      now = '2027-06-01T00:00:00.000Z';
      expect((await stores.evaluator.refreshOutdated()).evaluated).toBe(1);
      expect((await stores.evaluator.refreshOutdated()).evaluated).toBe(0);
    });

    it('evaluates everything for another pack, and says what changed', async () => {
      inForce = nextPack;
      expect((await stores.evaluator.refreshOutdated()).evaluated).toBe(40);
      expect((await stores.evaluator.refreshOutdated()).evaluated).toBe(0);
    });
  },
);
