import { createPublicKey, verify } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { startScorecard } from './__testUtils__/startScorecard';
import { preAuthEncoding } from './intake/dsse';

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
const path = '/models/default/credit-risk/versions/7';

describe('model-scorecard, with people', () => {
  let portal: Awaited<ReturnType<typeof startScorecard>>;

  beforeAll(async () => {
    portal = await startScorecard({ versions });
  });

  afterAll(async () => {
    await portal?.stop();
  });

  it('lets reviewers review, but nobody what they made', async () => {
    const review = {
      subject,
      environment: 'prod',
      role: 'reviewer',
      decision: 'approve',
      comment: 'Read it',
    };
    const as = (user: string, change = {}) =>
      portal.post('/reviews', { ...review, ...change }, user);
    expect((await as('data-scientist')).status).toBe(403);
    expect((await as('service')).status).toBe(403);
    expect((await as('ethics-reviewer')).status).toBe(403);
    const unknown = await as('reviewer', { role: 'king' });
    expect([unknown.status, unknown.body.error.fields[0].path]).toEqual([
      400,
      '/role',
    ]);
    expect(
      (await as('reviewer', { subject: { ...subject, digest: other } })).status,
    ).toBe(409);
    expect((await as('reviewer', { decision: 'maybe' })).status).toBe(400);
    const rejected = await as('reviewer', {
      decision: 'reject',
      role: 'model-risk',
    });
    expect([rejected.status, rejected.body.role]).toEqual([201, 'reviewer']);
    expect((await as('reviewer')).status).toBe(201);
    expect((await as('ethics-reviewer', { role: 'ethics' })).status).toBe(201);
    const { body } = await portal.get(
      `/reviews?model=${subject.ref}&version=7`,
    );
    expect(body.totalItems).toBe(3);
    expect(
      body.items.map((r: { superseded?: boolean }) => r.superseded ?? false),
    ).toEqual([false, false, true]);
    const card = await portal.get(`${path}/scorecard`);
    const check = card.body.checks.find(
      (c: { id: string }) => c.id === 'hum.approval',
    );
    expect(check).toMatchObject({
      verdict: 'pass',
      evidence: [expect.any(String), expect.any(String)],
    });
    const asEvidence = await portal.get(`/evidence/${check.evidence[0]}`);
    expect(asEvidence.body).toMatchObject({
      kind: 'review',
      claims: { role: 'reviewer', decision: 'approve' },
    });
    const roles = await portal.get('/roles', 'reviewer');
    expect(roles.body.items.map((r: { held: boolean }) => r.held)).toEqual([
      true,
      false,
    ]);
  });

  it('derives evidence from the registry, registers tiers and lists scorecards', async () => {
    const registered = await portal.post(
      '/registrations',
      { ref: subject.ref, tier: 'high', purpose: 'Scores loans' },
      'reviewer',
    );
    expect(registered.status).toBe(201);
    const { body } = await portal.get(`${path}/scorecard`);
    expect(body.tier).toBe('high');
    expect(
      body.checks
        .filter((c: { verdict: string }) => c.verdict === 'pass')
        .map((c: { id: string }) => c.id),
    ).toEqual(['gov.tier', 'lic.policy', 'doc.card', 'hum.approval']);
    const first = await portal.get('/scorecards?limit=1&tier=high&gate=closed');
    expect(first.body).toMatchObject({
      totalItems: 2,
      items: [{ subject: { version: '8' } }],
    });
    const second = await portal.get(
      `/scorecards?limit=1&tier=high&gate=closed&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items).toMatchObject([
      {
        subject: { version: '7' },
        tier: 'high',
        owner: 'group:default/risk-ml',
      },
    ]);
    expect(second.body.nextCursor).toBeUndefined();
    for (const bad of [
      'limit=0',
      'cursor=x',
      'verdict=good',
      'environment=mars',
      'nothing=1',
    ])
      expect((await portal.get(`/scorecards?${bad}`)).status).toBe(400);
  });

  it('signs the verdict so that a stranger can verify it', async () => {
    const { body } = await portal.get(`${path}/verdict?environment=prod`);
    const keys = await portal.get('/.well-known/jwks.json');
    const key = createPublicKey({ key: keys.body.keys[0], format: 'jwk' });
    const payload = Buffer.from(body.payload, 'base64');
    const signature = Buffer.from(body.signatures[0].sig, 'base64');
    expect(
      verify(
        'sha256',
        preAuthEncoding(body.payloadType, payload),
        key,
        signature,
      ),
    ).toBe(true);
    expect(body.signatures[0].keyid).toBe(keys.body.keys[0].kid);
    expect(JSON.parse(payload.toString())).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        {
          name: 'model:default/credit-risk@7',
          digest: { sha256: '7'.repeat(64) },
        },
      ],
      predicateType: 'https://slsa.dev/verification_summary/v1',
      predicate: { verificationResult: 'FAILED', environment: 'prod' },
    });
    expect(
      statSync(join(portal.directory, 'keys/verdict.pem')).mode & 0o777,
    ).toBe(0o600);
  });

  it('validates check packs', async () => {
    const { body } = await portal.post('/packs/validate', { text: 'id: x' });
    expect(body.valid).toBe(false);
    expect(body.problems[0]).toMatchObject({
      path: expect.any(String),
      line: 1,
    });
  });

  it('keeps a chain of all of it', async () => {
    const all = await portal.get(`/audit?model=${subject.ref}&limit=500`);
    const actions = new Set(
      all.body.items.map((e: { action: string }) => e.action),
    );
    expect(actions).toContain('evidence-received');
    expect(actions).toContain('review-created');
    expect(actions).toContain('tier-registered');
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await portal.get(
        `/audit?limit=7${cursor ? `&cursor=${cursor}` : ''}`,
      );
      pages.push(...body.items.map((e: { id: string }) => e.id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(pages).size).toBe(all.body.totalItems);
    const { body } = await portal.get('/audit/verify');
    expect(body).toEqual({ ok: true, entries: all.body.totalItems });
  });
});
