import { ConfigReader } from '@backstage/config';
import {
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
} from '../__testUtils__/scriptedRegistry';
import { huggingFaceDialect } from '../__testUtils__/huggingFaceDialect';
import { HuggingFaceModelConnector } from './HuggingFaceModelConnector';
import { toSpdx } from './licenses';
import { toSourceModel } from './toSourceModel';

const models: ScriptedModel[] = ['acme/one', 'acme/two'].map(name => ({
  name,
  aliases: {},
  versions: [{ version: '1', createdAt: '2026-11-01T00:00:00.000Z' }],
}));

describe('HuggingFaceModelConnector', () => {
  const { signal } = new AbortController();
  let registry: ScriptedRegistry;

  beforeAll(async () => {
    registry = await startRegistry(request =>
      huggingFaceDialect.answer(models, request),
    );
  });
  beforeEach(() => {
    registry.fault = undefined;
    registry.calls.length = 0;
  });
  afterAll(() => registry.close());

  const connect = (config: Record<string, unknown>) =>
    HuggingFaceModelConnector.fromConfig({
      sourceId: 'hub',
      config: new ConfigReader({ baseUrl: registry.baseUrl, ...config }),
      configKey: 'modelCatalog.sources[0]',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
      accepts: () => true,
    });

  async function firstPage(config: Record<string, unknown>) {
    const pages = connect(config).listModels({ signal, known: [] });
    for await (const page of pages) return page;
    throw new Error('No page');
  }

  it('reads files with their digests, and the card', async () => {
    const connector = connect({ models: ['acme/one'] });
    const page = await firstPage({ models: ['acme/one'] });
    const { versions, problems } = await connector.readVersions(
      page.models[0].versions,
      { signal },
    );
    expect(problems).toEqual([]);
    expect(versions).toMatchObject([
      {
        extent: 'whole',
        digest: { kind: 'vcs' },
        card: '# Card\n',
        datasets: [{ name: 'imdb' }],
        artifacts: [
          { uri: expect.stringMatching(/config\.json$/), sizeBytes: 12 },
          {
            uri: expect.stringMatching(
              /^hf:\/\/acme\/one@.*model\.safetensors$/,
            ),
            digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
            sizeBytes: 4096,
            format: 'safetensors',
          },
        ],
      },
    ]);
    expect(page.models[0]).toMatchObject({
      license: 'Apache-2.0',
      task: 'text-classification',
    });
  });

  it('goes on when one model is gone, closed or gated', async () => {
    const statuses: Record<string, number> = {
      gone: 404,
      closed: 401,
      gated: 403,
    };
    registry.fault = (_nth, { url }) => {
      const status = statuses[url.pathname.split('/').pop() ?? ''];
      return status ? { kind: 'answer', answer: { status } } : undefined;
    };
    const page = await firstPage({
      models: ['acme/gone', 'acme/closed', 'acme/gated', 'acme/two'],
    });
    expect(page.models.map(model => model.title)).toEqual(['acme/two']);
    const bySeverity = page.problems
      .map(({ file, severity, message }) => [file, severity, message])
      .sort();
    expect(bySeverity).toEqual([
      ['acme/closed', 'error', expect.stringContaining('set auth')],
      ['acme/gated', 'error', expect.stringContaining('accept its conditions')],
      ['acme/gone', 'warning', expect.stringContaining('mend the id')],
    ]);
  });

  it('names a row that it does not understand, and goes on', async () => {
    registry.fault = () => ({
      kind: 'rewrite',
      rewrite: answer => ({ ...answer, json: [{ id: 'acme/odd', sha: 7 }] }),
    });
    const page = await firstPage({ organization: 'acme' });
    expect(page.problems).toMatchObject([{ file: 'acme/odd', field: '/sha' }]);
  });

  it('does not follow a next page to another host', async () => {
    registry.fault = () => ({
      kind: 'rewrite',
      rewrite: answer => ({
        ...answer,
        headers: { link: '<http://127.0.0.2:1/api/models>; rel="next"' },
      }),
    });
    const read = async () => {
      const pages = connect({ organization: 'acme' }).listModels({
        signal,
        known: [],
      });
      for await (const page of pages) expect(page.models).toHaveLength(2);
    };
    await expect(read()).rejects.toThrow('sends on to http://127.0.0.2:1');
  });

  it('needs to be told what to read', () => {
    expect(() => connect({})).toThrow('modelCatalog.sources[0].models');
    expect(() => connect({ models: ['a b'] })).toThrow('"a b" is not the id');
  });

  it('keeps measured figures only, and the state of the repository', () => {
    const model = toSourceModel(
      {
        id: 'acme/one',
        sha: 'a'.repeat(40),
        lastModified: '2026-11-01T00:00:00.000Z',
        gated: 'manual',
        cardData: {
          base_model: ['meta-llama/Llama-3.1-8B'],
          'model-index': [
            {
              results: [
                {
                  dataset: { name: 'IMDB', split: 'test' },
                  metrics: [
                    { type: 'accuracy', value: 0.9 },
                    { type: 'f1', value: 'n/a' },
                  ],
                },
              ],
            },
          ],
        },
      },
      'https://hub.example.com',
    );
    expect(model).toMatchObject({
      labels: { gated: 'manual' },
      baseModelTitles: ['meta-llama/Llama-3.1-8B'],
      versions: [
        {
          metrics: [
            { name: 'accuracy', value: 0.9, dataset: 'IMDB', split: 'test' },
          ],
        },
      ],
    });
    expect(model.versions[0].metrics).toHaveLength(1);
  });

  it.each([
    ['apache-2.0', undefined, 'Apache-2.0'],
    ['llama3.1', undefined, 'LicenseRef-llama3.1'],
    ['other', 'My Licence v2', 'LicenseRef-My-Licence-v2'],
    ['other', undefined, undefined],
    ['unknown', undefined, undefined],
  ])('spells the licence %s %s as SPDX', (license, name, spdx) => {
    expect(toSpdx(license, name)).toBe(spdx);
  });
});
