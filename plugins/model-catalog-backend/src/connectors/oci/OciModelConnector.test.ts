import { ConfigReader } from '@backstage/config';
import { SourceVersion } from '@modelyard/plugin-model-catalog-node';
import { ociDialect } from '../__testUtils__/ociDialect';
import {
  ScriptedModel,
  startRegistry,
} from '../__testUtils__/scriptedRegistry';
import { knownOf, readAll } from '../__testUtils__/readAll';
import { withTool } from '../__testUtils__/tools';
import { dockerRegistry, DockerRegistry } from './__testUtils__/dockerRegistry';
import { OciModelConnector } from './OciModelConnector';
import { parseChallenge } from './OciTokens';
import { toVersions } from './tags';

jest.setTimeout(30_000);

const { describeTool, title } = withTool(dockerRegistry);
const { signal } = new AbortController();

function connect(baseUrl: string, config: Record<string, unknown>) {
  return OciModelConnector.fromConfig({
    sourceId: 'oci',
    config: new ConfigReader({ baseUrl, ...config }),
    configKey: 'modelCatalog.sources[0]',
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 4 } },
    accepts: () => true,
  });
}

const modelPack = (text: string) => ({
  artifactType: 'application/vnd.cncf.model.manifest.v1+json',
  configType: 'application/vnd.cncf.model.config.v1+json',
  config: {
    descriptor: {
      createdAt: '2026-11-01T00:00:00Z',
      description: 'A model',
      licenses: ['Apache-2.0'],
      revision: 'a'.repeat(40),
    },
    config: { architecture: 'transformer', format: 'safetensors' },
    modelfs: { type: 'layers', diffIds: [] },
  },
  layers: [
    {
      mediaType: 'application/vnd.cncf.model.weight.v1.raw',
      content: text,
      annotations: { 'org.cncf.model.filepath': 'model.safetensors' },
    },
  ],
});

const kit = {
  configType: 'application/vnd.kitops.modelkit.config.v1+json',
  config: {
    manifestVersion: '1.0.0',
    package: { name: 'kit', license: 'MIT' },
    model: { name: 'm', framework: 'sklearn', parameters: { depth: 6 } },
    datasets: [{ name: 'loans', path: './loans.csv' }],
  },
  layers: [
    {
      mediaType: 'application/vnd.kitops.modelkit.model.v1.tar+gzip',
      content: 'tar',
    },
  ],
};

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
    const connector = connect(registry.baseUrl, { catalog: true });
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
      connect(registry.baseUrl, {
        repositories: ['models/none', 'models/here'],
      }),
    );
    expect(models.map(model => model.title)).toEqual(['models/here']);
    expect(problems).toMatchObject([
      { file: 'models/none', message: expect.stringContaining('404') },
    ]);
  });
});

describe('OciModelConnector', () => {
  const models: ScriptedModel[] = [
    {
      name: 'models/a',
      aliases: {},
      versions: [{ version: '1', createdAt: '2026-11-01T00:00:00.000Z' }],
    },
  ];

  it('fetches a token where the registry asks for one', async () => {
    const seen: string[] = [];
    const registry = await startRegistry(request => {
      const { url, headers } = request;
      if (url.pathname === '/token') {
        seen.push(`${headers.authorization} ${url.searchParams.get('scope')}`);
        return { json: { token: 'let-me-in', expires_in: 300 } };
      }
      if (headers.authorization === 'Bearer let-me-in')
        return ociDialect.answer(models, request);
      return {
        status: 401,
        headers: {
          'www-authenticate': `Bearer realm="${registry.baseUrl}/token",service="registry"`,
        },
      };
    });
    const auth = { type: 'basic', username: 'me', password: 'secret' };
    const { models: found } = await readAll(
      connect(registry.baseUrl, { repositories: ['models/a'], auth }),
    );
    await registry.close();
    expect(found).toHaveLength(1);
    const basic = Buffer.from('me:secret').toString('base64');
    expect(seen[0]).toBe(`Basic ${basic} repository:models/a:pull`);
  });

  it('sends no credentials to a token service that nobody allowed', async () => {
    const registry = await startRegistry(() => ({
      status: 401,
      headers: { 'www-authenticate': 'Bearer realm="https://evil.example/t"' },
    }));
    await expect(
      readAll(connect(registry.baseUrl, { repositories: ['models/a'] })),
    ).rejects.toThrow('name evil.example under tokenHosts');
    await registry.close();
  });

  it('believes no content that lacks the digest it was asked by', async () => {
    const registry = await startRegistry(request =>
      ociDialect.answer(models, request),
    );
    registry.fault = (_nth, { url, method }) =>
      url.pathname.includes('/manifests/') && method === 'GET'
        ? { kind: 'rewrite', rewrite: a => ({ ...a, body: `${a.body} ` }) }
        : undefined;
    const { models: found, problems } = await readAll(
      connect(registry.baseUrl, { repositories: ['models/a'] }),
    );
    await registry.close();
    expect(found).toEqual([]);
    expect(problems).toMatchObject([
      { message: expect.stringContaining('does not have the digest') },
    ]);
  });

  it('needs to be told what to read', () => {
    const baseUrl = 'http://localhost:5000';
    expect(() => connect(baseUrl, {})).toThrow('sources[0].repositories');
    expect(() => connect(baseUrl, { repositories: ['../x'] })).toThrow(
      '"../x" is not a repository',
    );
  });

  it('reads challenges', () => {
    expect(
      parseChallenge('Bearer realm="https://a/t",service="s",scope="x:y:pull"'),
    ).toEqual({ realm: 'https://a/t', service: 's' });
    expect(parseChallenge('Basic realm="x"')).toBeUndefined();
  });

  it('gives the same names whatever else is tagged', () => {
    const place = { repository: 'r', uri: 'oci://h/r' };
    const [a, b] = ['a', 'b'].map(letter => `sha256:${letter.repeat(64)}`);
    const { versions, aliases } = toVersions(place, [
      { tag: '1.0', digest: a },
      { tag: '1.0.0', digest: a },
      { tag: 'latest', digest: a },
      { tag: 'edge', digest: b },
    ]);
    expect(versions.map(v => v.version)).toEqual([
      '1.0',
      '1.0.0',
      'sha256-bbbbbbbbbbbb',
    ]);
    expect(aliases).toEqual({ latest: '1.0.0', edge: 'sha256-bbbbbbbbbbbb' });
  });
});
