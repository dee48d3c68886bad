import { readFileSync } from 'node:fs';
import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSource } from './__testUtils__/createSource';

const { signal } = new AbortController();

/** As Prometheus 2.42 answered. */
function recorded(name: string): string {
  const folder = join(__dirname, '../../__fixtures__/prometheus-2.42');
  return readFileSync(join(folder, name), 'utf8');
}

const vector = (value: string, metric = {}) =>
  JSON.stringify({
    status: 'success',
    data: { resultType: 'vector', result: [{ metric, value: [1, value] }] },
  });

function answering(body: string, status = 200): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  };
}

describe('a Prometheus that fails', () => {
  let server: Server;
  let baseUrl: string;
  /** Answers what is no question for the samples of the day. */
  let answer: RequestListener;
  let asked: URL[];
  let authorization: string | undefined;

  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://prometheus');
      asked.push(url);
      authorization = request.headers.authorization;
      const isShare = url.searchParams.get('query')?.includes('up[5m]');
      (isShare ? answering(vector('288')) : answer)(request, response);
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port }: AddressInfo = Object(server.address());
    baseUrl = `http://127.0.0.1:${port}/prom`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(done => {
      server.close(done);
    });
  });

  async function readAll(more = {}, days = ['2026-11-02']) {
    const source = createSource(baseUrl, { presets: ['kserve'], ...more });
    const read = [];
    for await (const day of source.readDays(days, { signal })) read.push(day);
    return read;
  }

  it.each<[string, RequestListener, RegExp]>([
    [
      'has a part of the samples',
      answering(recorded('remote-read-down.json')),
      /a part of the samples; look at the stores behind it/,
    ],
    [
      'refuses a query',
      answering(recorded('bad-query-400.json'), 400),
      /refuses a query; try the queries of the source/,
    ],
    [
      'would load too much',
      answering(recorded('too-many-samples-422.json'), 422),
      /mind its query.max-samples/,
    ],
    [
      'gives up',
      answering(recorded('timeout-503.json'), 503),
      /takes too long for a day; raise limits.requestTimeout/,
    ],
    [
      'says error with status 200',
      answering(recorded('bad-query-400.json')),
      /\/status is not success; check the query/,
    ],
    [
      'answers a matrix',
      answering(recorded('matrix.json')),
      /is no vector; the query has to give one/,
    ],
    [
      'breaks off',
      answering(recorded('matrix.json').slice(0, 90)),
      /answers JSON that breaks off/,
    ],
    [
      'is in trouble',
      answering('{}', 502),
      /answered 502: it is in trouble; it is tried again later/,
    ],
    [
      'is slow',
      () => undefined,
      /takes too long for a day; raise limits.requestTimeout/,
    ],
  ])('tells of the day that it %s', async (_, listener, message) => {
    answer = listener;
    const limits = { attempts: 1, requestTimeout: { milliseconds: 300 } };
    const days = ['2026-11-02', '2026-11-03'];
    const read = await readAll({ limits }, days);
    expect(read).toEqual(
      days.map(day => ({ day, failure: expect.stringMatching(message) })),
    );
    for (const secret of ['127.0.0.1', 'thanos', 'sum by'])
      expect(JSON.stringify(read)).not.toContain(secret);
  });

  it.each<[string, RequestListener, RegExp]>([
    ['let nobody in', answering('{}', 401), /^Prometheus answered 401: check/],
    ['are not there', answering('', 404), /^Prometheus answered 404/],
    [
      'are a sign-in page',
      (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end('<html>');
      },
      /^Prometheus answers text\/html instead of JSON/,
    ],
  ])('throws where all days %s', async (_, listener, message) => {
    answer = listener;
    const failure = readAll();
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.not.toThrow(/127\.0\.0\.1/);
  });

  it('throws where nobody listens', async () => {
    const { port }: AddressInfo = Object(server.address());
    server.close();
    await expect(readAll()).rejects.toThrow(
      /^Prometheus can't be reached \(ECONNREFUSED\)/,
    );
    await new Promise<void>(done => {
      server.listen(port, '127.0.0.1', done);
    });
  });

  it('leaves out what is no number', async () => {
    answer = answering(recorded('not-a-number.json'));
    expect(await readAll()).toEqual([
      { day: '2026-11-02', usage: [], notices: [] },
    ]);
    answer = answering(vector('+Inf', { model_name: 'a' }));
    expect(await readAll()).toEqual([
      { day: '2026-11-02', usage: [], notices: [] },
    ]);
  });

  it('takes a remark on the name of a metric for what it is', async () => {
    const remarked = {
      ...JSON.parse(vector('5', { model: 'a' })),
      warnings: [
        'PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket: "nv_inference_request_success"',
      ],
    };
    answer = answering(JSON.stringify(remarked));
    const [day] = await readAll({ presets: ['triton'] });
    expect(day).toMatchObject({ usage: [{ name: 'a', requests: 5 }] });
  });

  it('asks each measure once a day, at its end, and says who it is', async () => {
    answer = answering(vector('5', { model_name: 'a' }));
    await readAll({ auth: { type: 'bearer', token: 'secret-7' } });
    expect(authorization).toBe('Bearer secret-7');
    expect(asked.map(url => url.pathname)).toEqual(
      Array.from({ length: 3 }, () => '/prom/api/v1/query'),
    );
    const [, ...measures] = asked.map(url => url.searchParams);
    const end = Date.parse('2026-11-02T23:59:59Z') / 1000;
    for (const measure of measures) {
      expect(measure.get('time')).toBe(`${end}`);
      expect(measure.get('query')).toContain('[86400s]');
      expect(measure.get('query')).not.toContain('$');
    }
  });
});
