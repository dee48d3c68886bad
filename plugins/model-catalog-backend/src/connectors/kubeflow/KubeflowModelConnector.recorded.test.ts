import { ConfigReader } from '@backstage/config';
import {
  ScriptedRegistry,
  startRegistry,
} from '../__testUtils__/scriptedRegistry';
import recorded from './__fixtures__/kubeflow-0.3.8/answers.json';
import { KubeflowModelConnector } from './KubeflowModelConnector';

const answers = new Map(Object.entries(recorded.answers));

/** Parameters in the order in which they were recorded. */
function keyOf({ pathname, searchParams }: URL): string {
  const names = ['pageSize', 'orderBy', 'sortOrder', 'nextPageToken'];
  const query = names
    .filter(name => searchParams.has(name))
    .map(name => `${name}=${searchParams.get(name)}`);
  return `${pathname}?${query.join('&')}`;
}

describe('KubeflowModelConnector, as Kubeflow Model Registry 0.3.8 answered', () => {
  const { signal } = new AbortController();
  let registry: ScriptedRegistry;

  beforeAll(async () => {
    registry = await startRegistry(({ url }) => {
      const answer = answers.get(keyOf(url));
      return answer
        ? { status: answer.status, json: answer.body }
        : { status: 404 };
    });
  });
  afterAll(() => registry.close());

  async function readAll() {
    const connector = KubeflowModelConnector.fromConfig({
      sourceId: 'kubeflow',
      config: new ConfigReader({
        baseUrl: registry.baseUrl,
        pageSize: { models: 2 },
      }),
      configKey: 'modelCatalog.sources[0]',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
      accepts: () => true,
    });
    const models = [];
    for await (const page of connector.listModels({ signal, known: [] })) {
      expect(page.problems).toEqual([]);
      models.push(...page.models);
    }
    const heads = models.flatMap(model => model.versions);
    const { versions, problems } = await connector.readVersions(heads, {
      signal,
    });
    expect(problems).toEqual([]);
    return { models, versions };
  }

  it('reads every model over all pages, in whatever script its name is', async () => {
    const { models } = await readAll();
    expect(
      models.map(({ title, lifecycle, versions }) => [
        title,
        lifecycle,
        versions.map(({ version }) => version),
      ]),
    ).toEqual([
      ['fraud-cards', undefined, ['v1.0', 'v2.0', 'v3.0']],
      ['信用 リスク/実験', undefined, ['with-space-1']],
      ['old-model', 'deprecated', ['v1.0']],
      ['empty-model', undefined, []],
    ]);
    expect(models[0]).toMatchObject({
      task: 'tabular-classification',
      license: 'apache-2.0',
      labels: { team: 'risk-ml', owner: 'risk-ml', reviewed: 'true' },
    });
  });

  it('reads a version with files, datasets, metrics and parameters, however they are kept', async () => {
    const { versions } = await readAll();
    expect(versions).toHaveLength(5);
    expect(versions.find(({ nativeId }) => nativeId === '7')).toMatchObject({
      version: 'v3.0',
      card: '# Card\n\nOn *four* years.',
      artifacts: [{ uri: 's3://models/fraud/3', format: 'onnx 1' }],
      datasets: [{ name: 'loans', digest: 'sha256:abc' }],
      metrics: [
        { name: 'auc', value: 0.93 },
        { name: 'accuracy', value: 0.93 },
        { name: 'loss', value: 0.2 },
        { name: 'logloss', value: 0.3 },
      ],
      params: {
        epochs: '12',
        lr: '0.1',
        max_depth: '6',
        gpu: 'false',
        big: '2147483647',
      },
    });
  });
});
