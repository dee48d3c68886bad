import { request as httpRequest } from 'node:http';
import { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mockCredentials } from '@backstage/backend-test-utils';
import { startScorecard } from './__testUtils__/startScorecard';

jest.setTimeout(120_000);

const megabyte = 1_000_000;
const digest = `sha256:${'7'.repeat(64)}`;
const versions = [{ model: 'credit-risk', version: '7', digest }];

const result = JSON.stringify({
  ruleId: 'R1',
  level: 'warning',
  message: { text: 'x'.repeat(900) },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'a.py' } } }],
});

/** A SARIF file of about so many bytes, made as it is read. */
function* sarif(bytes: number) {
  yield '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"lint","version":"1","rules":[{"id":"R1"}]}},"results":[';
  const count = Math.floor(bytes / (result.length + 1));
  for (let i = 0; i < count; i += 1) yield i ? `,${result}` : result;
  yield ']}]}';
}

describe('a large report', () => {
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    portal = await startScorecard({
      versions,
      evidence: { maxBytes: 60 * megabyte },
    });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  async function send(chunks: Iterable<string>, query = {}) {
    const { port } = portal.server.address() as AddressInfo;
    const search = new URLSearchParams({
      ref: 'model:default/credit-risk',
      version: '7',
      digest,
      format: 'sarif',
      producedAt: '2026-11-20T00:00:00Z',
      ...query,
    });
    const outgoing = httpRequest({
      port,
      method: 'POST',
      path: `/api/model-scorecard/evidence/stream?${search}`,
      headers: {
        'content-type': 'application/sarif+json',
        authorization: mockCredentials.service.header(),
      },
    });
    const answered = new Promise<{ status?: number; body: string }>(
      (done, fail) => {
        outgoing.on('error', fail);
        outgoing.on('response', async response => {
          const parts = await response.toArray();
          const body = Buffer.concat(parts).toString();
          done({ status: response.statusCode, body });
        });
      },
    );
    // A server that refuses may close before everything was sent.
    const sent = pipeline(Readable.from(chunks), outgoing).catch(() => {});
    const answer = await answered;
    await sent;
    return { ...answer, body: JSON.parse(answer.body) };
  }

  it('of 50 MB is read with less than 200 MB of memory, and kept', async () => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss);
    }, 20);
    const { status, body } = await send(sarif(50 * megabyte));
    clearInterval(timer);
    expect([status, body.items?.[0]]).toMatchObject([
      201,
      { kind: 'static-analysis', usable: true },
    ]);
    expect((peak - before) / megabyte).toBeLessThan(200);
    const record = await portal.get(`/evidence/${body.items[0].id}`);
    const warnings = record.body.metrics.find(
      (m: { key: string }) => m.key === 'warning',
    );
    expect(warnings.value).toBeGreaterThan(45_000);
    expect((await send(sarif(50 * megabyte))).status).toBe(200);
  });

  it('that is truncated, too large or of another format is refused', async () => {
    const whole = [...sarif(10_000)];
    const cut = await send(whole.slice(0, -1));
    expect([cut.status, cut.body.error.fields[0].message]).toEqual([
      400,
      expect.stringContaining('not whole JSON'),
    ]);
    const large = await send(sarif(70 * megabyte));
    expect([large.status, large.body.error.message]).toEqual([
      413,
      expect.stringContaining('60 MB'),
    ]);
    const other = await send(whole, { format: 'trivy' });
    expect(other.body.error.fields[0].path).toBe('/query/format');
    expect((await send(whole, { digest: 'sha256:other' })).status).toBe(409);
    expect((await send(whole, { version: '9' })).status).toBe(404);
  });
});
