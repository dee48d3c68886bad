import { ConfigReader } from '@backstage/config';
import { KnownModel, SourcePage } from '@modelyard/plugin-model-catalog-node';
import {
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
} from '../__testUtils__/scriptedRegistry';
import { huggingFaceDialect } from '../__testUtils__/huggingFaceDialect';
import { HuggingFaceModelConnector } from './HuggingFaceModelConnector';

const modelOf = (name: string, version = '1'): ScriptedModel => ({
  name,
  aliases: {},
  versions: [{ version, createdAt: '2026-11-01T00:00:00.000Z' }],
});
const authored = (author: string, count: number) =>
  Array.from({ length: count }, (_, n) => `${author}/model-${n}`);

/** Models that the configuration names, read again. */
describe('models named one by one, when they are known', () => {
  const { signal } = new AbortController();
  let registry: ScriptedRegistry;
  let models: ScriptedModel[];

  beforeEach(async () => {
    registry = await startRegistry(request => {
      const author = request.url.searchParams.get('author');
      return huggingFaceDialect.answer(
        models.filter(({ name }) => !author || name.startsWith(`${author}/`)),
        request,
      );
    });
  });
  afterEach(() => registry.close());

  async function read(named: string[], known: KnownModel[] = []) {
    registry.calls.length = 0;
    const connector = HuggingFaceModelConnector.fromConfig({
      sourceId: 'hub',
      config: new ConfigReader({ baseUrl: registry.baseUrl, models: named }),
      configKey: 'modelCatalog.sources[0]',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
      accepts: () => true,
    });
    const pages: SourcePage[] = [];
    for await (const page of connector.listModels({ signal, known }))
      pages.push(page);
    return {
      changed: pages.flatMap(page => page.models.map(({ title }) => title)),
      unchanged: pages.flatMap(page => page.unchanged).length,
      problems: pages.flatMap(page => page.problems.map(({ file }) => file)),
      known: pages
        .flatMap(page => page.models)
        .map(({ nativeId, location, mark }) => ({
          nativeId,
          location: location ?? '',
          mark: mark ?? '',
        })),
      lists: registry.calls.filter(call => call.startsWith('GET /api/models?'))
        .length,
      calls: registry.calls.length,
    };
  }

  it('asks for the list of their author, not for each', async () => {
    const named = authored('acme', 20);
    models = named.map(name => modelOf(name));
    const first = await read(named);
    expect(first).toMatchObject({ calls: 20, lists: 0, unchanged: 0 });
    // The scripted Hub lists two a page, and one page is read for ten models.
    expect(await read(named, first.known)).toMatchObject({
      changed: [],
      unchanged: 20,
      problems: [],
      lists: 2,
      calls: 2 + 16,
    });
  });

  it('asks singly for what has changed, is gone, or is new', async () => {
    const named = authored('acme', 4);
    models = named.slice(0, 3).map(name => modelOf(name));
    const { known } = await read(named);
    models = [modelOf(named[0]), modelOf(named[1], '2'), modelOf(named[3])];
    expect(await read(named, known)).toEqual(
      expect.objectContaining({
        changed: [named[1], named[3]],
        unchanged: 1,
        problems: [named[2]],
        lists: 1,
        calls: 4,
      }),
    );
  });

  it('lists no author of one or two models', async () => {
    const named = [...authored('acme', 2), ...authored('other', 1)];
    models = named.map(name => modelOf(name));
    const { known } = await read(named);
    expect(await read(named, known)).toMatchObject({
      lists: 0,
      calls: 3,
      unchanged: 3,
    });
  });

  it('knows a name that was given to another model', async () => {
    const named = authored('acme', 3);
    models = named.map(name => modelOf(name));
    const { known } = await read(named);
    const others = known.map(model => ({
      ...model,
      nativeId: `was-${model.nativeId}`,
    }));
    expect(await read(named, others)).toMatchObject({
      changed: named,
      unchanged: 0,
    });
  });

  it.each([401, 403, 404])(
    'asks singly when the list is answered %d',
    async status => {
      const named = authored('acme', 3);
      models = named.map(name => modelOf(name));
      const { known } = await read(named);
      registry.fault = (_nth, request) =>
        huggingFaceDialect.isListing(request)
          ? { kind: 'answer', answer: { status } }
          : undefined;
      expect(await read(named, known)).toMatchObject({
        unchanged: 3,
        lists: 1,
        calls: 4,
      });
    },
  );

  it('ends when all are refused, and when a list fails for another reason', async () => {
    const named = authored('acme', 3);
    models = named.map(name => modelOf(name));
    const { known } = await read(named);
    registry.fault = () => ({ kind: 'answer', answer: { status: 401 } });
    await expect(read(named, known)).rejects.toThrow(
      'for every model of the source',
    );
    registry.fault = () => ({ kind: 'answer', answer: { status: 400 } });
    await expect(read(named, known)).rejects.toThrow('answered 400');
  });
});
