import { ConfigReader } from '@backstage/config';
import { kubeflowDialect } from '../__testUtils__/kubeflowDialect';
import {
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
} from '../__testUtils__/scriptedRegistry';
import { KubeflowModelConnector } from './KubeflowModelConnector';
import { readProperties } from './toSourceModel';

const models: ScriptedModel[] = ['one', 'two', 'three'].map(name => ({
  name,
  aliases: {},
  versions: [
    { version: 'v1', createdAt: '2026-11-01T00:00:00.000Z' },
    { version: 'v2', createdAt: '2026-11-02T00:00:00.000Z' },
    { version: 'v3', createdAt: '2026-11-03T00:00:00.000Z' },
  ],
}));

describe('KubeflowModelConnector', () => {
  let registry: ScriptedRegistry;

  beforeAll(async () => {
    registry = await startRegistry(request =>
      kubeflowDialect.answer(models, request),
    );
  });
  beforeEach(() => {
    registry.fault = undefined;
  });
  afterAll(() => registry.close());

  const { signal } = new AbortController();
  const connect = () =>
    KubeflowModelConnector.fromConfig({
      sourceId: 'kubeflow',
      config: new ConfigReader({
        baseUrl: registry.baseUrl,
        pageSize: { models: 2 },
      }),
      configKey: 'modelCatalog.sources[0]',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
      accepts: title => title !== 'two',
    });

  async function read(cursor?: string) {
    const pages = [];
    const all = connect().listModels({ signal, cursor, known: [] });
    for await (const page of all) pages.push(page);
    return pages;
  }

  it('reads versions, artifacts, metrics and params', async () => {
    const [{ models: found }] = await read();
    expect(found.map(model => model.title)).toEqual(['one']);
    expect(found[0].versions).toHaveLength(3);
    const { versions } = await connect().readVersions(found[0].versions, {
      signal,
    });
    expect(versions[0]).toMatchObject({
      createdAt: '2026-11-01T00:00:00.000Z',
      artifacts: [{ uri: 's3://bucket/100', format: 'onnx 1' }],
      metrics: [{ name: 'accuracy', value: 0.9 }],
      params: { depth: '6' },
      labels: { author: 'someone' },
    });
  });

  it('goes on after a page that it has read before', async () => {
    const [first] = await read();
    expect(first.cursor).toBe('2');
    const rest = await read(first.cursor);
    expect(rest.flatMap(page => page.models.map(m => m.title))).toEqual([
      'three',
    ]);
  });

  it('names a model that it could not read whole, and goes on', async () => {
    registry.fault = (_nth, { url }) =>
      url.pathname.endsWith('/registered_models/1/versions')
        ? { kind: 'answer', answer: { status: 404 } }
        : undefined;
    const pages = await read();
    expect(pages[0].problems).toMatchObject([
      { file: 'one', message: expect.stringContaining('vanished') },
    ]);
    expect(pages[1].models.map(model => model.title)).toEqual(['three']);
    registry.fault = (_nth, { url }) =>
      url.pathname.endsWith('/registered_models/1/versions')
        ? {
            kind: 'answer',
            answer: { json: { items: [{ id: '1', name: 'v1' }] } },
          }
        : undefined;
    expect((await read())[0].problems).toMatchObject([
      { file: 'one', field: '/createTimeSinceEpoch' },
    ]);
  });

  it('names a row that is malformed, and takes no part of a version for all of it', async () => {
    const malformed = (ending: string, rows: unknown[]) => {
      registry.fault = (_nth, { url }) =>
        url.pathname.endsWith(ending)
          ? { kind: 'answer', answer: { json: { items: rows } } }
          : undefined;
    };
    malformed('/registered_models/1/versions', [{ id: '1', name: '' }]);
    const [first] = await read();
    expect(first.models[0]).toMatchObject({ title: 'one', versions: [] });
    expect(first.problems).toMatchObject([
      { file: 'one', field: '/name', severity: 'error' },
    ]);
    registry.fault = undefined;
    const heads = (await read())[0].models[0].versions;
    malformed('/artifacts', [{ name: 'model', uri: 7 }]);
    const whole = await connect().readVersions(heads, { signal });
    expect(whole.versions).toEqual([]);
    expect(whole.problems).toHaveLength(heads.length);
    expect(whole.problems[0]).toMatchObject({
      file: 'version v1',
      field: '/uri',
    });
  });

  it('keeps measured numbers apart from settings, and drops what is neither', () => {
    expect(
      readProperties({
        auc: { metadataType: 'MetadataDoubleValue', double_value: 0.9 },
        nan: { metadataType: 'MetadataDoubleValue', double_value: 'NaN' },
        depth: { metadataType: 'MetadataIntValue', int_value: '6' },
        tuned: { metadataType: 'MetadataBoolValue', bool_value: false },
        tag: { metadataType: 'MetadataStringValue', string_value: '' },
        odd: { metadataType: 'MetadataStructValue' },
      }),
    ).toEqual({
      metrics: [{ name: 'auc', value: 0.9 }],
      params: { depth: '6', tuned: 'false' },
    });
  });
});
