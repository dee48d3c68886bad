import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scorecardsChangedTopic } from '@modelyard/plugin-model-scorecard-common';
import { startScorecard } from './__testUtils__/startScorecard';

const digest = `sha256:${'7'.repeat(64)}`;
const subject = { ref: 'model:default/credit-risk', version: '7', digest };
const versions = [
  { model: 'credit-risk', version: '7', digest, license: 'Apache-2.0' },
];
const path = '/models/default/credit-risk/versions/7/verdict?environment=prod';

function pack(version: string, allowed: string[], expected = 'pass') {
  return JSON.stringify({
    apiVersion: 'modelyard.io/v1alpha1',
    kind: 'CheckPack',
    id: 'licences',
    version,
    title: 'Licences',
    checks: [
      {
        id: 'lic.policy',
        area: 'licence',
        title: 'Licence',
        rule: 'The licence is allowed.',
        evidence: 'license',
        severity: 'blocker',
        claims: ['license'],
        params: { allowed },
        expr: 'c.license.all(id, id in p.allowed)',
        controls: ['nist:MAP-4.1'],
        remedy: 'Ask legal.',
      },
    ],
    fixtures: [
      {
        name: 'the first licence is allowed',
        given: {
          evidence: [{ kind: 'license', claims: { license: [allowed[0]] } }],
        },
        expect: { checks: { 'lic.policy': expected } },
      },
    ],
  });
}

/** Keeps what the scorecard tells others. */
function listenerOf(heard: unknown[]) {
  return createBackendModule({
    pluginId: 'model-scorecard',
    moduleId: 'listener',
    register: reg =>
      reg.registerInit({
        deps: { events: eventsServiceRef },
        init: ({ events }) =>
          events.subscribe({
            id: 'listener',
            topics: [scorecardsChangedTopic],
            onEvent: async ({ eventPayload }) => {
              heard.push(eventPayload);
            },
          }),
      }),
  });
}

function statementOf(envelope: { payload: string }) {
  return JSON.parse(Buffer.from(envelope.payload, 'base64').toString());
}

describe('verdicts and packs', () => {
  const directory = mkdtempSync(join(tmpdir(), 'scorecard-'));
  const target = join(directory, 'pack.yaml');
  const heard: unknown[] = [];
  const start = (keyFile: string) =>
    startScorecard({
      versions,
      directory,
      features: [listenerOf(heard)],
      config: {
        packs: [{ target }],
        signing: { keyFile: join(directory, keyFile) },
      },
    });
  type Portal = Awaited<ReturnType<typeof start>>;
  let portal: Portal;

  beforeAll(async () => {
    writeFileSync(target, pack('1', ['Apache-2.0']));
    portal = await start('first.pem');
    await settled();
  });

  afterAll(async () => {
    await portal?.stop();
  });

  async function settled() {
    for (let i = 0; i < 200; i += 1) {
      const { body } = await portal.get('/scorecards');
      const [row] = body.items;
      if (row?.counts.pass === 1) return;
      await new Promise(done => setTimeout(done, 50));
    }
    throw new Error('the sync did not derive the licence');
  }

  it('answers 304 for as long as a verdict holds', async () => {
    const first = await portal.get(path);
    expect(first.status).toBe(200);
    const { etag } = first.headers;
    const again = await portal.get(path).set('If-None-Match', etag);
    expect([again.status, again.headers.etag]).toEqual([304, etag]);
    const { predicate } = statementOf(first.body);
    expect(predicate).toMatchObject({
      verificationResult: 'PASSED',
      sequence: expect.any(Number),
      validUntil: expect.stringMatching(/Z$/),
    });
    const days =
      (Date.parse(predicate.validUntil) - Date.parse(predicate.timeVerified)) /
      86_400_000;
    expect(days).toBeGreaterThan(3.4);
    expect(days).toBeLessThanOrEqual(7);

    const posted = await portal.post('/evidence', {
      subject,
      format: 'canonical/1',
      document: {
        kind: 'license',
        tool: { name: 'scan', version: '1' },
        producedAt: new Date().toISOString(),
        claims: { license: ['GPL-3.0-only'] },
      },
    });
    expect(posted.status).toBe(201);
    const changed = await portal.get(path).set('If-None-Match', etag);
    expect(changed.status).toBe(200);
    const newer = statementOf(changed.body).predicate;
    expect(newer.verificationResult).toBe('FAILED');
    expect(newer.sequence).toBeGreaterThan(predicate.sequence);
    const foreign = await portal.get(path.replace('prod', 'mars'));
    expect([foreign.status, foreign.headers.etag]).toEqual([
      200,
      expect.not.stringContaining('.'),
    ]);
  });

  it('answers for several environments at once', async () => {
    const of = (query: string) =>
      portal.get(`/models/default/credit-risk/versions/7/scorecards${query}`);
    const { body } = await of('?environment=prod&environment=dev');
    expect(body).toMatchObject({
      totalItems: 2,
      items: [
        { gate: { environment: 'prod', state: 'closed' } },
        { gate: { environment: 'dev' } },
      ],
    });
    const alone = await portal.get(
      '/models/default/credit-risk/versions/7/scorecard?environment=prod',
    );
    const { evaluatedAt: _, ...card } = body.items[0];
    expect(alone.body).toMatchObject(card);
    const everywhere = await of('');
    expect(
      everywhere.body.items.map(
        (item: { gate: { environment: string } }) => item.gate.environment,
      ),
    ).toEqual(['dev', 'staging', 'prod']);
    const refused = await of('?environment=Mars');
    expect(refused.status).toBe(400);
  });

  it('tells the portal that a version was evaluated again', async () => {
    await portal.post('/evidence', {
      subject,
      format: 'canonical/1',
      document: {
        kind: 'license',
        tool: { name: 'scan', version: '2' },
        producedAt: new Date().toISOString(),
        claims: { license: ['GPL-3.0-only'] },
      },
    });
    expect(heard).toContainEqual({ refs: [subject.ref] });
  });

  it('says what changed and why', async () => {
    const { body } = await portal.get(`/audit?model=${subject.ref}&limit=500`);
    const [latest] = body.items.filter(
      (e: { action: string; data: { environment?: string } }) =>
        e.action === 'gate-changed' && e.data.environment === 'prod',
    );
    expect(latest.data.changes).toEqual([
      { check: 'lic.policy', from: 'pass', to: 'fail', cause: 'evidence' },
    ]);
  });

  it('previews another pack, and names what is wrong with one', async () => {
    const candidate = pack('2', ['MIT', 'GPL-3.0-only']);
    const { body } = await portal.post('/packs/preview', { text: candidate });
    expect(body).toMatchObject({
      versions: 1,
      pack: { version: '2' },
      against: { version: '1' },
      items: [
        {
          subject,
          gate: { from: 'closed', to: 'open' },
          changes: [{ check: 'lic.policy', from: 'fail', to: 'pass' }],
        },
        {},
        {},
      ],
    });
    expect(body.environments).toContainEqual({
      name: 'prod',
      closes: 0,
      opens: 1,
      changes: 1,
    });
    const bad = await portal.post('/packs/preview', {
      text: pack('3', ['MIT'], 'fail'),
    });
    expect(bad.status).toBe(400);
    expect(bad.body.error.fields[0].message).toMatch('lic.policy is pass');
  });

  it('starts with no bad pack, and serves the one in force, its schema and its controls', async () => {
    const before = await portal.get(path);
    const old = before.body.signatures[0].keyid;
    await portal.stop();
    writeFileSync(target, pack('9', ['Apache-2.0'], 'fail'));
    // The database of the test backend does not outlive it, so the pack is gone too.
    await expect(start('second.pem')).rejects.toThrow('lic.policy is pass');
    writeFileSync(target, pack('2', ['GPL-3.0-only', 'Apache-2.0']));
    portal = await start('second.pem');
    const keys = await portal.get('/.well-known/jwks.json');
    expect(keys.body.keys[0].kid).not.toBe(old);
    const packs = await portal.get('/packs');
    expect(packs.body.items[0]).toMatchObject({
      version: '2',
      reading: { problems: [] },
    });
    const text = await portal.get(`/packs/${packs.body.items[0].digest}`);
    expect(text.text).toContain('"version":"2"');
    const controls = await portal.get('/controls');
    const nist = controls.body.frameworks.find(
      (f: { id: string }) => f.id === 'nist',
    );
    expect(nist.controls).toContainEqual({
      id: 'nist:MAP-4.1',
      title: 'Legal risks of third-party parts',
      checks: ['lic.policy'],
    });
    expect((await portal.get('/packs/schema')).body).toMatchObject({
      title: 'Check pack of Modelyard',
    });
  });
});
