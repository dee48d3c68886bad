import { ConfigReader } from '@backstage/config';
import {
  KnownModel,
  SourceModel,
  SourcePage,
} from '@modelyard/plugin-model-catalog-node';
import { builtInConnectors } from './builtInConnectors';
import { huggingFaceDialect } from './__testUtils__/huggingFaceDialect';
import { kubeflowDialect } from './__testUtils__/kubeflowDialect';
import { mlflowDialect } from './__testUtils__/mlflowDialect';
import { ociDialect } from './__testUtils__/ociDialect';
import {
  Fault,
  RegistryDialect,
  ScriptedAnswer,
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
} from './__testUtils__/scriptedRegistry';

jest.setTimeout(30_000);

const dialects: RegistryDialect[] = [
  mlflowDialect,
  huggingFaceDialect,
  kubeflowDialect,
  ociDialect,
];

const scripted = (name: string, count: number): ScriptedModel => ({
  name,
  aliases: { champion: '1.0.0' },
  versions: Array.from({ length: count }, (_, n) => ({
    version: `${n + 1}.0.0`,
    createdAt: `2026-11-0${n + 1}T00:00:00.000Z`,
  })),
});

const five = ['a', 'b', 'c', 'd', 'e'].map((name, n) =>
  scripted(name, n % 3 || 1),
);

describe.each(dialects)('a connector of type $type, on bad days', dialect => {
  let registry: ScriptedRegistry;
  let models: ScriptedModel[];

  beforeAll(async () => {
    registry = await startRegistry(request => dialect.answer(models, request));
  });
  beforeEach(() => {
    models = five;
    registry.calls.length = 0;
    registry.fault = undefined;
  });
  afterAll(() => registry.close());

  function read(
    options: {
      known?: KnownModel[];
      signal?: AbortSignal;
      config?: Record<string, unknown>;
    } = {},
  ): AsyncIterable<SourcePage> {
    const connector = builtInConnectors[dialect.type]({
      sourceId: 'one',
      config: new ConfigReader({
        baseUrl: registry.baseUrl,
        limits: { attempts: 2, requestTimeout: { milliseconds: 1500 } },
        ...dialect.config(models),
      }),
      configKey: 'modelCatalog.sources[0]',
      schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
      accepts: () => true,
    });
    const { known = [], signal = new AbortController().signal } = options;
    return connector.listModels({ known, signal });
  }

  async function readAll(options?: Parameters<typeof read>[0]) {
    const found: SourceModel[] = [];
    const unchanged: string[] = [];
    for await (const page of read(options)) {
      expect(page.problems).toEqual([]);
      found.push(...page.models);
      unchanged.push(...(page.unchanged ?? []));
    }
    return { found, unchanged };
  }

  /** Message of the error that ends the read, and what came before. */
  async function failure(options?: Parameters<typeof read>[0]) {
    const before: string[] = [];
    try {
      for await (const page of read(options))
        before.push(...page.models.map(model => model.title));
    } catch (error) {
      return { before, message: String(error) };
    }
    return { before, message: 'none' };
  }

  const inOrder = (rows: { title: string }[]) =>
    [...rows].sort((a, b) => (a.title < b.title ? -1 : 1));
  const outline = (found: SourceModel[]) =>
    inOrder(
      found.map(({ title, aliases, versions }) => ({
        title,
        aliases,
        versions: versions.map(version => version.version).sort(),
      })),
    );
  const expected = () =>
    inOrder(
      models.map(model => {
        const { aliases, versions } = dialect.shownAs?.(model) ?? {
          aliases: model.aliases,
          versions: model.versions.map(({ version }) => version),
        };
        return { title: model.name, aliases, versions: [...versions].sort() };
      }),
    );

  /** The fault hits the listing's nth page, again and again. */
  function onListing(fault: Fault, from = 1, to = Infinity) {
    let listings = 0;
    registry.fault = (_nth, request) => {
      if (!dialect.isListing(request)) return undefined;
      listings += 1;
      return listings >= from && listings <= to ? fault : undefined;
    };
  }

  it('reads every model once, with all of its versions', async () => {
    const { found } = await readAll();
    expect(outline(found)).toEqual(expected());
    const ids = found.flatMap(model => [
      model.nativeId,
      ...model.versions.map(version => version.nativeId),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      (await readAll()).found.flatMap(model => [
        model.nativeId,
        ...model.versions.map(version => version.nativeId),
      ]),
    );
  });

  it('takes odd names as they are', async () => {
    models = dialect.oddNames.map(name => scripted(name, 1));
    expect(outline((await readAll()).found)).toEqual(expected());
  });

  it('waits when it is asked to, and goes on', async () => {
    onListing(
      {
        kind: 'answer',
        answer: { status: 429, headers: { 'retry-after': '1' } },
      },
      2,
      2,
    );
    const start = Date.now();
    expect(outline((await readAll()).found)).toEqual(expected());
    expect(Date.now() - start).toBeGreaterThan(900);
  });

  it.each([
    [429, 'answered 429: it asks for fewer requests'],
    [401, 'answered 401: check the credentials'],
    [403, 'answered 403: the account'],
    [500, 'answered 500: it is in trouble'],
  ])('ends with the remedy on %s', async (status, words) => {
    onListing({ kind: 'answer', answer: { status } });
    expect((await failure()).message).toContain(words);
  });

  it('keeps what came before the page that fails', async () => {
    onListing({ kind: 'answer', answer: { status: 500 } }, 3);
    const { message, before } = await failure();
    expect(message).toContain('answered 500');
    // MLflow lists all models before it gives one with its versions.
    expect(before).toEqual(
      dialect.listsBeforeGiving ? [] : ['a', 'b', 'c', 'd'],
    );
  });

  it('does not take half an answer, a page for people or null for an empty registry', async () => {
    onListing({ kind: 'truncate' });
    expect((await failure()).message).toContain('breaks off');
    onListing({
      kind: 'answer',
      answer: { body: '<html>', headers: { 'content-type': 'text/html' } },
    });
    expect((await failure()).message).toContain('instead of JSON');
    onListing({ kind: 'rewrite', rewrite: dialect.nulled });
    expect((await failure()).message).toContain('something else than expected');
  });

  const { emptied, circling, callsWhenUnchanged } = dialect;
  const itIf = (condition: unknown) => (condition ? it : () => undefined);

  itIf(emptied)('reads on after an empty page', async () => {
    const rewrite = (answer: ScriptedAnswer) => emptied?.(answer) ?? answer;
    onListing({ kind: 'rewrite', rewrite }, 1, 1);
    const titles = (await readAll()).found.map(model => model.title);
    expect(titles.sort()).toEqual(['c', 'd', 'e']);
  });

  itIf(circling)('does not go in circles', async () => {
    const rewrite = (answer: ScriptedAnswer) => circling?.(answer) ?? answer;
    onListing({ kind: 'rewrite', rewrite });
    expect((await failure()).message).toContain('again and would never end');
  });

  it('gives up an answer that does not come, and stops at once when told to', async () => {
    onListing({ kind: 'hang' });
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error('told to stop')), 100);
    const start = Date.now();
    expect((await failure({ signal: controller.signal })).message).toContain(
      'told to stop',
    );
    expect(Date.now() - start).toBeLessThan(1000);
    expect((await failure()).message).toContain('did not answer in time');
  });

  itIf(callsWhenUnchanged)(
    'asks for little when nothing has changed',
    async () => {
      const { found } = await readAll();
      expect(found).toHaveLength(models.length);
      const known = found.map(({ nativeId, location, mark }) => ({
        nativeId,
        location,
        mark: mark ?? '',
      }));
      expect(known.filter(({ mark }) => mark !== '')).toEqual(known);
      registry.calls.length = 0;
      const again = await readAll({ known });
      expect(again.found).toEqual([]);
      expect(again.unchanged.sort()).toEqual(known.map(k => k.nativeId).sort());
      expect(registry.calls.length).toBeGreaterThan(0);
      expect(registry.calls.length).toBeLessThanOrEqual(
        callsWhenUnchanged?.(models) ?? 0,
      );
    },
  );
});
