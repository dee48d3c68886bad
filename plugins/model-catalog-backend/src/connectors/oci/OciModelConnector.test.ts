import {
  KnownModel,
  SourceVersion,
} from '@modelyard/plugin-model-catalog-node';
import { countRequests, RequestCounter } from '../__testUtils__/countRequests';
import { knownOf, readAll } from '../__testUtils__/readAll';
import { withTool } from '../__testUtils__/tools';
import { kit, modelPack } from './__testUtils__/artifacts';
import { connectOci } from './__testUtils__/connectOci';
import { dockerRegistry, DockerRegistry } from './__testUtils__/dockerRegistry';
import { OciModelConnector } from './OciModelConnector';

jest.setTimeout(30_000);

const { describeTool, title } = withTool(dockerRegistry);
const { signal } = new AbortController();

describeTool(`OciModelConnector ${title}`, () => {
  let registry: DockerRegistry;

  beforeAll(async () => {
    registry = await DockerRegistry.start();
  });
  afterAll(() => registry?.stop());

  it('reads ModelPack and KitOps, versions and aliases, and nothing else', async () => {
    const one = await registry.push('models/fraud', ['v1.0.0'], modelPack('1'));
    const two = await registry.push(
      'models/fraud',
      ['v1.1.0', 'latest', 'prod'],
      modelPack('2'),
    );
    const loose = await registry.push(
      'models/fraud',
      ['nightly'],
      modelPack('3'),
    );
    await registry.push('models/kit', ['1.0'], kit);
    await registry.push('apps/web', ['1.0'], {
      configType: 'application/vnd.oci.image.config.v1+json',
      config: {},
      layers: [],
    });
    const connector = connectOci(registry.baseUrl, { catalog: true });
    const { models, problems } = await readAll(connector);
    expect(problems).toEqual([]);
    const name = `sha256-${loose.slice(7, 19)}`;
    expect(models).toMatchObject([
      {
        title: 'models/fraud',
        license: 'Apache-2.0',
        description: 'A model',
        aliases: { latest: 'v1.1.0', prod: 'v1.1.0', nightly: name },
      },
      { title: 'models/kit', license: 'MIT', aliases: {} },
    ]);
    const digests = (versions: SourceVersion[]) =>
      versions.map(({ version, digest }) => [version, digest?.value]);
    expect(digests(models[0].versions)).toEqual([
      ['v1.0.0', one],
      ['v1.1.0', two],
      [name, loose],
    ]);
    const { versions } = await connector.readVersions(
      models.flatMap(model => model.versions),
      { signal },
    );
    expect(versions[1]).toMatchObject({
      createdAt: '2026-11-01T00:00:00Z',
      digest: { kind: 'manifest' },
      params: { architecture: 'transformer', format: 'safetensors' },
      run: { commit: 'a'.repeat(40) },
      artifacts: [
        {
          uri: expect.stringMatching(/^oci:\/\/.*\/model\.safetensors$/),
          digest: expect.stringMatching(/^sha256:/),
          sizeBytes: 1,
          format: 'weight',
        },
      ],
    });
    expect(versions[3]).toMatchObject({
      createdAt: expect.stringMatching(/Z$/),
      params: { framework: 'sklearn', depth: '6' },
      datasets: [{ name: 'loans' }],
      artifacts: [{ format: 'model' }],
    });
    const again = await readAll(connector, knownOf(models));
    expect(again.models).toEqual([]);
    expect(again.unchanged.sort()).toEqual(['models/fraud', 'models/kit']);
  });

  it('names a repository that is not there, and goes on', async () => {
    await registry.push('models/here', ['1'], modelPack('1'));
    const { models, problems } = await readAll(
      connectOci(registry.baseUrl, {
        repositories: ['models/none', 'models/here'],
      }),
    );
    expect(models.map(model => model.title)).toEqual(['models/here']);
    expect(problems).toMatchObject([
      { file: 'models/none', message: expect.stringContaining('404') },
    ]);
  });

  describe('read again', () => {
    let counter: RequestCounter;

    beforeAll(async () => {
      counter = await countRequests(registry.baseUrl);
    });
    afterEach(() => jest.restoreAllMocks());
    afterAll(() => counter?.close());

    async function readCounted(
      connector: OciModelConnector,
      known: KnownModel[] = [],
    ) {
      counter.calls.length = 0;
      const read = await readAll(connector, known);
      expect(read.problems).toEqual([]);
      return { ...read, calls: [...counter.calls] };
    }
    const headsOf = (calls: string[]) =>
      calls.flatMap(call => /^HEAD .*\/(.*)$/.exec(call)?.[1] ?? []).sort();
    const connect = (repositories: string[], config = {}) =>
      connectOci(counter.baseUrl, { repositories, ...config });
    const later = (hours: number) => {
      const at = Date.now() + hours * 3_600_000;
      jest.spyOn(Date, 'now').mockReturnValue(at);
    };

    it('asks one question of a repository that is as it was', async () => {
      const repositories = ['again/a', 'again/b'];
      for (const repository of repositories)
        for (const tag of ['1.0', '1.1', '2.0-rc.1'])
          await registry.push(repository, [tag], modelPack(tag));
      const connector = connect(repositories);
      const first = await readCounted(connector);
      expect(headsOf(first.calls)).toHaveLength(6);
      const second = await readCounted(connector, knownOf(first.models));
      expect(second.unchanged).toEqual(repositories);
      expect(second.calls.sort()).toEqual(
        repositories.map(name => `GET /v2/${name}/tags/list?n=100`),
      );
    });

    it('asks for aliases, and for all tags as soon as something has changed', async () => {
      await registry.push('again/c', ['1.0', '1.1'], modelPack('c1'));
      const one = await registry.push('again/c', ['latest'], modelPack('c1'));
      const connector = connect(['again/c']);
      const first = await readCounted(connector);
      const known = knownOf(first.models);
      const same = await readCounted(connector, known);
      expect(same.unchanged).toEqual(['again/c']);
      expect(headsOf(same.calls)).toEqual(['latest']);
      const newTags = ['1.2', 'latest'];
      const two = await registry.push('again/c', newTags, modelPack('c2'));
      const moved = await readCounted(connector, known);
      expect(headsOf(moved.calls)).toEqual(['1.0', '1.1', '1.2', 'latest']);
      expect(moved.models).toMatchObject([
        {
          aliases: { latest: '1.2' },
          versions: [
            { version: '1.0', digest: { value: one } },
            { version: '1.1', digest: { value: one } },
            { version: '1.2', digest: { value: two } },
          ],
        },
      ]);
    });

    it('sees that a tag is gone', async () => {
      const kept = await registry.push('again/d', ['1.0'], modelPack('d1'));
      const gone = await registry.push('again/d', ['1.1'], modelPack('d2'));
      const connector = connect(['again/d']);
      const first = await readCounted(connector);
      await registry.delete('again/d', gone);
      const second = await readCounted(connector, knownOf(first.models));
      expect(second.models[0].versions).toMatchObject([
        { version: '1.0', digest: { value: kept } },
      ]);
      expect(second.models[0].versions).toHaveLength(1);
    });

    it('finds a version that was pushed over: at once, later, or after a restart', async () => {
      await registry.push('again/e', ['1.0', 'prod'], modelPack('e1'));
      const connector = connect(['again/e']);
      const known = knownOf((await readCounted(connector)).models);
      const over = await registry.push('again/e', ['1.0'], modelPack('e2'));
      const within = await readCounted(connector, known);
      expect(within.unchanged).toEqual(['again/e']);
      const found = [{ versions: [{ digest: { value: over } }, {}] }];
      const each = connect(['again/e'], { recheckTags: { seconds: 0 } });
      await readCounted(each, known);
      expect((await readCounted(each, known)).models).toMatchObject(found);
      const restarted = await readCounted(connect(['again/e']), known);
      expect(restarted.models).toMatchObject(found);
      later(7);
      expect((await readCounted(connector, known)).models).toMatchObject(found);
      // It was found but not stored, so it is found again.
      expect((await readCounted(connector, known)).models).toMatchObject(found);
      // With the alias that names it, nobody need wait.
      await registry.push('again/e', ['prod'], modelPack('e2'));
      const stored = knownOf(restarted.models);
      const named = await readCounted(connector, stored);
      expect(named.models).toMatchObject([{ aliases: { prod: '1.0' } }]);
    });

    it('asks again for a model that was read but not stored, and not for what is no model', async () => {
      const image = {
        configType: 'application/vnd.oci.image.config.v1+json',
        config: {},
        layers: [],
      };
      await registry.push('again/web', ['1.0', '1.1'], image);
      await registry.push('again/f', ['1.0'], modelPack('f1'));
      const connector = connect(['again/web', 'again/f']);
      await readCounted(connector);
      const again = await readCounted(connector);
      expect(again.models.map(({ title: name }) => name)).toEqual(['again/f']);
      expect(again.unchanged).toEqual([]);
      expect(headsOf(again.calls)).toEqual(['1.0']);
    });
  });
});
