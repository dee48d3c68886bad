import { readAll } from '../__testUtils__/readAll';
import {
  ScriptedAnswer,
  ScriptedRegistry,
} from '../__testUtils__/scriptedRegistry';
import { connectMlflow } from './__testUtils__/connectMlflow';
import {
  changeRows,
  paths,
  recorded,
  recordedText,
  rewriteAt,
  rowsOf,
  startRecordedMlflow,
} from './__testUtils__/recordedMlflow';

const limits = { limits: { attempts: 1 } };

describe('answers of MLflow 3.17.2', () => {
  let registry: ScriptedRegistry;

  beforeEach(async () => {
    registry = await startRecordedMlflow();
  });
  afterEach(() => registry.close());

  const read = (config: Record<string, unknown> = limits) =>
    readAll(connectMlflow(registry.baseUrl, config));
  const titles = async () =>
    (await read()).models.map(model => model.title).sort();
  const answerWith = (answer: ScriptedAnswer) => {
    registry.fault = () => ({ kind: 'answer', answer });
  };
  const html = { 'content-type': 'text/html; charset=utf-8' };

  it('say how to pass the host check, which answers text', async () => {
    answerWith({
      status: 403,
      body: recordedText('host-refused.txt'),
      headers: { 'content-type': 'text/plain' },
    });
    await expect(read()).rejects.toThrow(
      /answered 403: .*name this one in its --allowed-hosts/,
    );
  });

  it.each([
    ['for a path that is unknown', 404, 'answered 404: nothing is there'],
    ['of a page to sign in', 200, 'instead of JSON; check the address'],
    ['of basic auth', 401, 'answered 401: check the credentials'],
    ['of a method that is not allowed', 405, 'answered 405'],
  ])(
    'are not parsed as JSON when they are HTML %s',
    async (_of, status, says) => {
      answerWith({
        status,
        body: recordedText('unknown-path.html'),
        headers: html,
      });
      await expect(read()).rejects.toThrow(says);
    },
  );

  it('say what to do when the server has no workspaces', async () => {
    const off = recordedText('workspaces-off.html');
    answerWith({ status: 503, body: off, headers: html });
    const asked = read({ ...limits, workspace: 'team-a' });
    await expect(asked).rejects.toThrow(
      'if the server runs without --enable-workspaces, remove the workspace of the source',
    );
    answerWith({ status: 404, json: {} });
    await expect(read({ ...limits, workspace: 'team-a' })).rejects.toThrow(
      'if the server has no workspace "team-a", mend the workspace of the source',
    );
    await expect(read()).rejects.not.toThrow('workspace');
  });

  it('show a workspace in a header, and nothing of one unless it is set', async () => {
    const seen: unknown[] = [];
    registry.fault = (_nth, { headers }) => {
      seen.push(headers['x-mlflow-workspace']);
      return undefined;
    };
    await read({ ...limits, workspace: 'team-a' });
    expect(new Set(seen)).toEqual(new Set(['team-a']));
    seen.length = 0;
    await read();
    expect(new Set(seen)).toEqual(new Set([undefined]));
  });

  it('are read to the end past empty pages with a token, of models and of versions', async () => {
    const all = await read();
    expect(all.models).toHaveLength(19);
    const first = (json: unknown, { url }: { url: URL }, list: string) =>
      url.searchParams.has('page_token')
        ? json
        : // What may not be read is taken out after the page was cut.
          Object.assign({}, json, { [list]: undefined });
    rewriteAt(registry, paths.models, (json, request) =>
      first(json, request, 'registered_models'),
    );
    const fewer = await read();
    expect(fewer.models).toHaveLength(14);
    registry.fault = undefined;
    rewriteAt(registry, paths.versions, (json, request) =>
      first(json, request, 'model_versions'),
    );
    const { models } = await read();
    expect(models).toHaveLength(19);
    const versions = models.flatMap(model => model.versions);
    expect(versions).toHaveLength(
      rowsOf('versions-page-2.json', 'model_versions').length +
        rowsOf('versions-page-3.json', 'model_versions').length,
    );
  });

  it('end with "" or without a token, and not with one that never advances', async () => {
    rewriteAt(registry, paths.models, json =>
      Object.assign({ next_page_token: '' }, json),
    );
    expect(await titles()).toHaveLength(19);
    answerWith({ json: recorded('models-zero.json') });
    await expect(read()).rejects.toThrow('again and would never end');
  });

  it('may list prompts on an old server: they are no models, but one tagged false is', async () => {
    const [prompt] = rowsOf('models-prompts.json', 'registered_models');
    changeRows(registry, 'registered_models', rows =>
      rows[0].name === 'with-gaps' ? [...rows, prompt] : rows,
    );
    const found = await titles();
    expect(found).toHaveLength(19);
    expect(found).not.toContain(prompt.name);
    expect(found).toContain('not-a-prompt');
  });

  it('may show rows on two pages, which a write has shifted', async () => {
    const { models: whole } = await read();
    const [again] = rowsOf('models-page-1.json', 'registered_models').slice(-1);
    changeRows(registry, 'registered_models', rows =>
      rows[0].name === 'credit-risk' ? [again, ...rows] : rows,
    );
    // The last row of one model and the first of the next.
    const twice = rowsOf('versions-page-1.json', 'model_versions').slice(-4);
    expect(new Set(twice.map(row => row.name)).size).toBe(2);
    changeRows(registry, 'model_versions', rows =>
      rows[0].version === '4' ? [...twice, ...rows] : rows,
    );
    expect((await read()).models).toEqual(whole);
  });

  it('may have a malformed row: it is named, and the others are read', async () => {
    changeRows(registry, 'model_versions', rows =>
      rows.map(row =>
        row.name === 'Foo Bar' ? { ...row, creation_timestamp: 'soon' } : row,
      ),
    );
    const { models, problems } = await read();
    expect(models).toHaveLength(19);
    expect(models.find(({ title }) => title === 'Foo Bar')?.versions).toEqual(
      [],
    );
    expect(problems).toMatchObject([
      { file: 'Foo Bar', field: '/creation_timestamp', severity: 'error' },
    ]);
  });

  it('are not taken for whole when a model’s versions stand in two places', async () => {
    const [stray] = rowsOf('versions-page-1.json', 'model_versions');
    changeRows(registry, 'model_versions', rows => [
      ...rows,
      { ...stray, version: String(rows.length) },
    ]);
    await expect(read()).rejects.toThrow(
      'MLflow lists versions of "FOO.bar" in two places; it is read again later',
    );
  });

  it('keep what a deleted run has measured, without what is no number', async () => {
    const connector = connectMlflow(registry.baseUrl);
    const { models } = await readAll(connector);
    const orphan = models.find(model => model.title === 'orphan-run');
    const { signal } = new AbortController();
    const { versions, problems } = await connector.readVersions(
      orphan?.versions ?? [],
      { signal },
    );
    expect(problems).toEqual([]);
    expect(versions).toHaveLength(1);
    expect(versions[0].metrics).toEqual([{ name: 'ok', value: 1 }]);
    expect(versions[0].run).toMatchObject({
      id: '76896d55ce08401ba986f1b23361b166',
    });
  });

  it('have names as they are, gaps between numbers, and aliases that differ by case', async () => {
    const { models } = await read();
    const of = (title: string) => models.find(model => model.title === title);
    expect(of('percent%2Fslash&amp=1?#')).toBeDefined();
    expect(of('trailing space ')).toBeDefined();
    expect(of('with-gaps')?.versions.map(v => v.version)).toEqual([
      '1',
      '3',
      '5',
    ]);
    expect(of('legacy.scorer')?.aliases).toEqual({
      '1': '1',
      Prod: '1',
      prod: '1',
      ünï: '1',
    });
    const ids = models.map(model => model.nativeId);
    expect(new Set(ids).size).toBe(models.length);
  });

  it('may take long: one is asked for at a time, and has two minutes', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout');
    let inFlight = 0;
    let most = 0;
    registry.delay = async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise(resolve => {
        setImmediate(resolve);
      });
      inFlight -= 1;
    };
    const connector = connectMlflow(registry.baseUrl);
    const { models } = await readAll(connector);
    const { signal } = new AbortController();
    await connector.readVersions(
      models.flatMap(m => m.versions),
      { signal },
    );
    expect(registry.calls).toHaveLength(4 + 3 + 3);
    expect(most).toBe(1);
    expect(new Set(timeout.mock.calls.flat())).toEqual(new Set([120_000]));
    timeout.mockRestore();
  });
});
