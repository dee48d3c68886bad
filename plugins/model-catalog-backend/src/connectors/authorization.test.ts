import { connectTo } from './__testUtils__/contractStage';
import { huggingFaceDialect } from './__testUtils__/huggingFaceDialect';
import { kubeflowDialect } from './__testUtils__/kubeflowDialect';
import { mlflowDialect } from './__testUtils__/mlflowDialect';
import { ociDialect } from './__testUtils__/ociDialect';
import { readAll } from './__testUtils__/readAll';
import {
  ScriptedModel,
  ScriptedRegistry,
  startRegistry,
} from './__testUtils__/scriptedRegistry';

const models: ScriptedModel[] = ['a', 'b', 'c'].map(name => ({
  name,
  aliases: {},
  versions: [{ version: '1.0.0', createdAt: '2026-11-01T00:00:00.000Z' }],
}));
const basic = { type: 'basic', username: 'mödel', password: 'pass:word' };
const bearer = { type: 'bearer', token: 'only-for-tests' };
const { signal } = new AbortController();

describe.each([mlflowDialect, huggingFaceDialect, kubeflowDialect, ociDialect])(
  'credentials of a source of type $type',
  dialect => {
    let registry: ScriptedRegistry;
    let other: ScriptedRegistry;
    /** `authorization` of each request, to the registry and to another host. */
    let seen: (string | undefined)[];
    let seenElsewhere: (string | undefined)[];

    beforeEach(async () => {
      [seen, seenElsewhere] = [[], []];
      registry = await startRegistry(request => {
        seen.push(request.headers.authorization);
        return dialect.answer(models, request);
      });
      // Another port is another origin.
      other = await startRegistry(request => {
        seenElsewhere.push(request.headers.authorization);
        // All on one page: no source follows a next page to another host.
        return dialect.answer(models.slice(0, 2), request);
      });
    });
    afterEach(() => Promise.all([registry.close(), other.close()]));

    const connect = (auth?: object) =>
      connectTo(dialect.type, {
        baseUrl: registry.baseUrl,
        ...(auth && { auth }),
        ...dialect.config(models),
      });

    it.each([
      [
        'basic',
        basic,
        `Basic ${Buffer.from('mödel:pass:word', 'utf8').toString('base64')}`,
      ],
      ['bearer', bearer, 'Bearer only-for-tests'],
      ['none', undefined, undefined],
    ])('are shown with each request, %s', async (_type, auth, header) => {
      const connector = connect(auth);
      const { models: found } = await readAll(connector);
      expect(found).toHaveLength(models.length);
      const heads = found.flatMap(model => model.versions);
      const read = await connector.readVersions?.(heads, { signal });
      expect(read?.versions).toHaveLength(models.length);
      expect(seen).toHaveLength(registry.calls.length);
      expect(seen.length).toBeGreaterThan(1);
      expect(new Set(seen)).toEqual(new Set([header]));
    });

    it.each([302, 307])(
      'stay with the registry when it redirects to another host, %s',
      async status => {
        registry.fault = (_nth, { url, headers }) => {
          seen.push(headers.authorization);
          const location = `${other.baseUrl}${url.pathname}${url.search}`;
          return { kind: 'answer', answer: { status, headers: { location } } };
        };
        await readAll(connect(bearer));
        expect(new Set(seen)).toEqual(new Set(['Bearer only-for-tests']));
        expect(seenElsewhere.length).toBeGreaterThan(0);
        expect(new Set(seenElsewhere)).toEqual(new Set([undefined]));
      },
    );

    it('do not stand in the message when they are refused', async () => {
      registry.fault = () => ({ kind: 'answer', answer: { status: 401 } });
      const refused = readAll(connect(basic)).catch(error => String(error));
      expect(await refused).toContain('401: check the credentials');
      expect(await refused).not.toMatch(/pass:word|bcO2ZGVs|Basic /);
    });
  },
);

it.each([
  [
    { type: 'digest' },
    'auth.type: "digest" is not known; write bearer or basic',
  ],
  [{ type: 'bearer' }, "'modelCatalog.sources[0].auth.token'"],
  [
    { type: 'basic', username: 'me' },
    "'modelCatalog.sources[0].auth.password'",
  ],
  [{ type: 'basic', password: 'x' }, "'modelCatalog.sources[0].auth.username'"],
  [{}, "'modelCatalog.sources[0].auth.type'"],
])('credentials %j are refused at start-up', (auth, message) => {
  const baseUrl = 'https://registry.example.com';
  expect(() => connectTo('mlflow', { baseUrl, auth })).toThrow(message);
});
