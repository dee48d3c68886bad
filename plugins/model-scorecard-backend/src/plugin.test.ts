import { createBackendModule } from '@backstage/backend-plugin-api';
import { evidenceFormatsExtensionPoint } from '@modelyard/plugin-model-scorecard-node';
import request from 'supertest';
import { startScorecard } from './__testUtils__/startScorecard';

const digest = `sha256:${'7'.repeat(64)}`;
const other = `sha256:${'8'.repeat(64)}`;
const subject = { ref: 'model:default/credit-risk', version: '7', digest };
const versions = [
  {
    model: 'credit-risk',
    version: '7',
    digest,
    createdBy: 'user:default/data-scientist',
    license: 'Apache-2.0 OR MIT',
    card: '# Card\n\n## Intended use\n## Limits\n## Data\n## Metrics\n## Owner\n',
  },
  { model: 'credit-risk', version: '8', digest: other },
];
const fairness = {
  kind: 'fairness',
  format: 'canonical/1',
  tool: { name: 'fairlearn', version: '0.15.0' },
  producedAt: '2026-01-20T10:00:00Z',
  dataset: { name: 'loans', split: 'test', n: 900 },
  metrics: [
    { key: 'spd', value: 0.01, n: 900, ci: { low: -0.02, high: 0.04 } },
  ],
};
const path = '/models/default/credit-risk/versions/7';

const upperCaseFormat = createBackendModule({
  pluginId: 'model-scorecard',
  moduleId: 'shouting',
  register(reg) {
    reg.registerInit({
      deps: { formats: evidenceFormatsExtensionPoint },
      async init({ formats }) {
        formats.addFormat({
          id: 'shouting',
          title: 'Shouting',
          detect: document => typeof document === 'string',
          adapt: ({ document, producedAt = '2026-01-01T00:00:00.000Z' }) => ({
            ok: true,
            records: [
              {
                record: {
                  kind: 'noise',
                  format: 'shouting/1',
                  producedAt,
                  tool: { name: 'voice', version: '1' },
                  metrics: [{ key: 'length', value: String(document).length }],
                },
                problems: ['nobody listened'],
              },
            ],
          }),
        });
      },
    });
  },
});

describe('model-scorecard', () => {
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    portal = await startScorecard({ versions, features: [upperCaseFormat] });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  it('answers for every version, with everything that is missing', async () => {
    const { status, body } = await portal.get(`${path}/scorecard`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      subject,
      pack: { id: 'default', digest: expect.stringMatching(/^sha256:/) },
      gate: { environment: 'prod', state: 'closed' },
    });
    expect(body.checks).toHaveLength(31);
    expect(
      (await portal.get('/models/default/credit-risk/versions/9/scorecard'))
        .status,
    ).toBe(404);
    expect(
      (await portal.get(`${path}/scorecard?environment=Prod!`)).status,
    ).toBe(400);
  });

  it('asks for a token, but not for its public keys', async () => {
    const base = '/api/model-scorecard';
    for (const open of ['/scorecards', `${path}/scorecard`, '/audit/verify'])
      expect(
        (
          await request(portal.server)
            .get(base + open)
            .set('Authorization', 'Bearer x')
        ).status,
      ).toBe(401);
    const keys = await request(portal.server).get(
      `${base}/.well-known/jwks.json`,
    );
    expect(keys.body.keys).toEqual([
      expect.objectContaining({ kty: 'EC', crv: 'P-256', alg: 'ES256' }),
    ]);
  });

  it('stores evidence once, and evaluates on it', async () => {
    const body = { subject, format: 'auto', document: fairness };
    const first = await portal.post('/evidence', body);
    expect(first.status).toBe(201);
    expect(first.body.items).toEqual([
      expect.objectContaining({
        kind: 'fairness',
        trust: 'manual',
        usable: true,
        problems: [],
      }),
    ]);
    const again = await portal.post('/evidence', body);
    expect([again.status, again.body]).toEqual([200, first.body]);
    const { id } = first.body.items[0];
    const record = await portal.get(`/evidence/${id}`);
    expect(record.body).toMatchObject({
      id,
      subject,
      metrics: fairness.metrics,
      receivedFrom: 'external:test-service',
    });
    const card = await portal.get(`${path}/scorecard`);
    const check = card.body.checks.find(
      (c: { id: string }) => c.id === 'fair.spd',
    );
    expect(check).toMatchObject({
      evidence: [id],
      verdict: 'stale',
      value: 0.01,
    });
    const list = await portal.get(
      `/evidence?model=${subject.ref}&version=7&limit=1`,
    );
    expect(list.body.items).toHaveLength(1);
    const document = await portal
      .get(`/evidence/${id}/document`)
      .responseType('blob');
    expect(document.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment/),
      'x-content-type-options': 'nosniff',
    });
    expect(JSON.parse(document.body.toString())).toEqual(fairness);
    expect((await portal.get('/evidence/nothing/document')).status).toBe(404);
  });

  it.each([
    [
      'a digest that no version has',
      { subject: { ...subject, digest: `sha256:${'0'.repeat(64)}` } },
      409,
      '',
    ],
    [
      "another version's digest",
      { subject: { ...subject, digest: other } },
      409,
      '',
    ],
    [
      'a record about another digest',
      { document: { ...fairness, subject: { ...subject, digest: other } } },
      409,
      '',
    ],
    ['an unknown version', { subject: { ...subject, version: '9' } }, 404, ''],
    ['an unknown format', { format: 'nonsense' }, 400, '/format'],
    [
      'a document that nobody recognises',
      { format: 'auto', document: { a: 1 } },
      400,
      '/format',
    ],
    [
      'a word for a number',
      { document: { ...fairness, metrics: [{ key: 'spd', value: '1' }] } },
      400,
      '/document/metrics/0/value',
    ],
    [
      'bare NaN in text',
      {
        document: undefined,
        text: JSON.stringify(fairness).replace('0.01', 'NaN'),
      },
      400,
      '/text/metrics/0/value',
    ],
    [
      'a key twice in text',
      { document: undefined, text: '{"kind":"a","kind":"b"}' },
      400,
      '/text/kind',
    ],
    [
      'truncated text',
      { document: undefined, text: '{"metrics":[{"key"' },
      400,
      '/text/metrics/0/key',
    ],
    ['no document', { document: undefined }, 400, '/document'],
    ['a misspelt member', { documnet: {} }, 400, '/documnet'],
    [
      'an unsigned envelope',
      {
        format: 'dsse',
        document: {
          payload: 'e30=',
          payloadType: 'application/vnd.in-toto+json',
          signatures: [{ sig: 'AAAA' }],
        },
      },
      400,
      '/document/signatures',
    ],
  ])('refuses %s', async (_, change, status, field) => {
    const before = await portal.get(`/evidence?model=${subject.ref}&version=7`);
    const base = { subject, format: 'canonical/1', document: fairness };
    const answer = await portal.post('/evidence', { ...base, ...change });
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toBeTruthy();
    if (field)
      expect(
        answer.body.error.fields.map((f: { path: string }) => f.path),
      ).toContain(field);
    const after = await portal.get(`/evidence?model=${subject.ref}&version=7`);
    expect(after.body).toEqual(before.body);
  });

  it('does not believe what is dated ahead, nor what no version of a tool wrote', async () => {
    const send = async (document: object) => {
      const answer = await portal.post('/evidence', {
        subject,
        format: 'auto',
        document,
      });
      expect(answer.status).toBe(201);
      return answer.body.items[0];
    };
    const verdictOf = async (id: string) => {
      const { body } = await portal.get(`${path}/scorecard`);
      return body.checks.find((c: { id: string }) => c.id === id).verdict;
    };
    const ahead = await send({
      kind: 'operations',
      tool: { name: 'test', version: '1' },
      producedAt: '2199-01-01T00:00:00Z',
      metrics: [],
      claims: { logging: true, override: true, rollback: true },
    });
    expect(ahead).toMatchObject({ usable: false, invalid: true });
    expect(await verdictOf('ops.readiness')).toBe('invalid');
    const strange = await send({
      summary: {
        total_issues: 0,
        modelscan_version: '9.0.0',
        scanned: { total_scanned: 1 },
      },
      issues: [],
      errors: [],
    });
    expect(strange.problems[0]).toMatch('9.0.0 is not a version');
    expect(await verdictOf('sec.format')).toBe('invalid');
  });

  it('takes formats of modules, and keeps what proves nothing as unusable', async () => {
    const answer = await portal.post('/evidence', {
      subject,
      format: 'auto',
      text: 'HELLO',
    });
    expect(answer.status).toBe(201);
    expect(answer.body.items[0]).toMatchObject({
      kind: 'noise',
      usable: false,
      problems: ['nobody listened'],
    });
    const formats = await portal.get('/formats');
    const ids = formats.body.items.map((f: { id: string }) => f.id);
    expect(ids).toEqual(
      expect.arrayContaining(['canonical/1', 'trivy', 'shouting', 'dsse']),
    );
  });
});
