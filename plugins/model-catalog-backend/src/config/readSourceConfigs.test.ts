import { ConfigReader } from '@backstage/config';
import { ModelConnectorFactory } from '@modelyard/plugin-model-catalog-node';
import { readSourceConfigs } from './readSourceConfigs';

const factory: ModelConnectorFactory = () => ({
  async *listModels() {},
});
const factories = new Map([
  ['mlflow', factory],
  ['git', factory],
]);

const read = (...sources: object[]) =>
  readSourceConfigs(
    new ConfigReader({
      modelCatalog: { sources: sources.map(s => ({ ...s })) },
    }),
    factories,
  );

describe('readSourceConfigs', () => {
  it('needs no source', () => {
    expect(readSourceConfigs(new ConfigReader({}), factories)).toEqual([]);
  });

  it('reads sources, every 5 minutes unless told otherwise', () => {
    const schedule = { frequency: { hours: 1 }, timeout: { minutes: 10 } };
    expect(
      read(
        { id: 'examples', type: 'git' },
        { id: 'prod', type: 'mlflow', schedule },
      ),
    ).toMatchObject([
      { id: 'examples', type: 'git', schedule: { frequency: { minutes: 5 } } },
      { id: 'prod', type: 'mlflow', schedule },
    ]);
  });

  it.each([
    [[{ type: 'git' }], 'modelCatalog.sources[0].id'],
    [[{ id: 'a' }], 'modelCatalog.sources[0].type'],
    [
      [{ id: 'Not/legal', type: 'git' }],
      'modelCatalog.sources[0].id: "Not/legal"',
    ],
    [
      [{ id: 'a', type: 'hf' }],
      `modelCatalog.sources[0].type: no connector serves "hf"; known types are git, mlflow`,
    ],
    [
      [
        { id: 'a', type: 'git' },
        { id: 'a', type: 'git' },
      ],
      'modelCatalog.sources[1].id: "a" is taken',
    ],
    [
      [{ id: 'a', type: 'git', schedule: { frequency: { minutes: 1 } } }],
      'modelCatalog.sources[0].schedule',
    ],
  ])('refuses %j and names the key', (sources, message) => {
    expect(() => read(...sources)).toThrow(message);
  });
});
