import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakeSource } from '../../__testUtils__/FakeSource';
import { createLedger } from '../../__testUtils__/ledgerFixture';
import { createDatabases, openStores } from '../../__testUtils__/openDatabases';
import { modelEntity } from '../../__testUtils__/startCost';
import { allocation } from '../../__testUtils__/sourceDays';
import { ModelDirectory } from '../ModelDirectory';
import { createRoller } from './createRoller';
import { FactReader } from './FactReader';

jest.setTimeout(60_000);

const ranges = [{ sourceId: 's0', from: '2026-11-01', to: '2026-11-30' }];
const { signal } = new AbortController();

function component(owner: string, labels: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'credit-api',
      namespace: 'default',
      labels,
    },
    spec: { owner, type: 'inference-service' },
    relations: [{ type: 'dependsOn', targetRef: 'model:default/credit-risk' }],
  };
}

describe('FactReader', () => {
  const databases = createDatabases();

  describe.each(databases.eachSupportedId())('%p', id => {
    async function setUp() {
      const stores = await openStores(databases, id);
      const source = new FakeSource();
      const service = { 'modelyard.io/service': 'credit-api' };
      const run = {
        'modelyard.io/model': 'credit-risk',
        'modelyard.io/run-id': 'run-9',
      };
      for (const day of ['2026-11-19', '2026-11-20'])
        source.days.set(day, {
          allocations: [allocation(service, 1), allocation(run, 4)],
        });
      const { ingest, config, time } = createLedger(stores, [source]);
      const entities: Entity[] = [modelEntity('credit-risk')];
      const catalog = catalogServiceMock.mock();
      catalog.queryEntities.mockImplementation((...args) =>
        catalogServiceMock({ entities }).queryEntities(...args),
      );
      const auth = mockServices.auth();
      const listVersions = jest.fn().mockResolvedValue({ items: [] });
      const logger = mockServices.logger.mock();
      const facts = FactReader.create({
        ...stores,
        catalog,
        auth,
        logger,
        models: { listVersions },
        directory: ModelDirectory.create({ catalog, auth }),
        clock: () => time.now,
      });
      const update = async () => {
        await facts.update(signal);
        const roller = await createRoller(config, stores.facts);
        return stores.ledger.reroll(roller, signal);
      };
      const sums = async () => {
        const rows = await stores.costs.sumRollups({
          ranges,
          dimensions: ['model', 'version', 'owner', 'activity'],
        });
        return rows
          .map(row => [
            row.attribution.version ?? '',
            row.attribution.owner ?? '',
            row.attribution.activity ?? '',
            row.amounts.total / 1e6,
          ])
          .sort();
      };
      return {
        stores,
        source,
        ingest,
        entities,
        listVersions,
        logger,
        update,
        sums,
        time,
      };
    }

    it('has the services of days before inherit what is seen first', async () => {
      const { ingest, entities, update, sums } = await setUp();
      await ingest.run();
      expect(await sums()).toEqual([['', '', 'training', 8]]);
      entities.push(component('group:default/risk-ml'));
      expect(await update()).toBe(2);
      expect(await sums()).toEqual([
        ['', '', 'training', 8],
        ['', 'risk-ml', '', 2],
      ]);
      expect(await update()).toBe(0);
    });

    it('keeps history where an owner changes', async () => {
      const { ingest, entities, update, sums, source, time } = await setUp();
      entities.push(component('group:default/risk-ml'));
      await update();
      await ingest.run();
      entities[1] = component('group:default/growth');
      await update();
      time.now = new Date('2026-11-22T03:00:00Z');
      source.days.set('2026-11-21', {
        allocations: [allocation({ 'modelyard.io/service': 'credit-api' }, 1)],
      });
      await ingest.run();
      await update();
      const again = await sums();
      expect(again).toContainEqual(['', 'risk-ml', '', 2]);
      expect(again).toContainEqual(['', 'growth', '', 1]);
    });

    it('gives a run its version as soon as that is registered', async () => {
      const { ingest, update, sums, listVersions } = await setUp();
      await ingest.run();
      await update();
      expect(await sums()).toEqual([['', '', 'training', 8]]);
      listVersions.mockResolvedValue({ items: [{ version: '8' }] });
      expect(await update()).toBe(2);
      expect(listVersions).toHaveBeenLastCalledWith(
        'model:default/credit-risk',
        expect.objectContaining({ run: 'run-9' }),
        expect.anything(),
      );
      expect(await sums()).toEqual([['8', '', 'training', 8]]);
      listVersions.mockClear();
      await update();
      expect(listVersions).not.toHaveBeenCalled();
    });

    it('keeps what it knew while the catalog does not answer', async () => {
      const { ingest, entities, update, sums, listVersions, logger } =
        await setUp();
      await ingest.run();
      entities.push(component('group:'));
      listVersions.mockRejectedValue(new Error('503'));
      await update();
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/keeps what it knew of training runs.*503/),
      );
      expect((await sums()).map(([, owner]) => owner)).toEqual(['', '']);
    });
  });
});
