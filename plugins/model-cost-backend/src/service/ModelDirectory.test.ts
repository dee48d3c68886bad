import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { modelEntity } from '../__testUtils__/startCost';
import { ModelDirectory } from './ModelDirectory';

function directoryOf(models: Parameters<typeof modelEntity>[]) {
  const entities = models.map(args => modelEntity(...args));
  const time = { now: 0 };
  const catalog = catalogServiceMock.mock();
  catalog.queryEntities.mockImplementation((...args) =>
    catalogServiceMock({ entities }).queryEntities(...args),
  );
  const directory = ModelDirectory.create({
    catalog,
    auth: mockServices.auth(),
    clock: () => time.now,
  });
  return { directory, entities, catalog, time };
}

describe('ModelDirectory', () => {
  it('gives a label that two claim to the one in the default namespace', async () => {
    const { directory } = directoryOf([
      ['credit-risk', 'acme'],
      ['Credit_Risk', 'default'],
      ['churn', 'zeta'],
      ['churn', 'acme'],
    ]);
    const index = await directory.load();
    expect(index.refOf('credit-risk')).toBe('model:default/credit_risk');
    expect(index.labelOf('model:acme/credit-risk')).toBeUndefined();
    expect(index.refOf('churn')).toBe('model:acme/churn');
    expect(index.has('model:zeta/churn')).toBe(true);
  });

  it('asks again for a model it lacks, but not all the time', async () => {
    const { directory, entities, catalog, time } = directoryOf([['a']]);
    await directory.load();
    entities.push(modelEntity('b'));
    const ref = 'model:default/b';
    expect((await directory.load([ref])).has(ref)).toBe(false);
    expect(catalog.queryEntities).toHaveBeenCalledTimes(1);
    time.now = 3_000;
    expect((await directory.load([ref])).has(ref)).toBe(true);
    time.now = 70_000;
    await directory.load();
    expect(catalog.queryEntities).toHaveBeenCalledTimes(3);
  });

  it('does not keep a failure', async () => {
    const { directory, catalog } = directoryOf([['a']]);
    catalog.queryEntities.mockRejectedValueOnce(new Error('catalog is down'));
    await expect(directory.load()).rejects.toThrow('catalog is down');
    expect((await directory.load()).has('model:default/a')).toBe(true);
  });
});
