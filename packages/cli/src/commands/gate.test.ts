import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  digest,
  exampleScorecard,
  exampleVerdict,
  publicKey,
  scorecardRoutes,
} from '../__testUtils__/exampleScorecard';
import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers } from '../__testUtils__/startPortal';

const folder = mkdtempSync(join(tmpdir(), 'modelyard-gate-'));
afterEach(stopServers);
afterAll(() => rmSync(folder, { recursive: true }));

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const noRoutes = () => {};

describe('modelyard gate, of a portal', () => {
  const gate = async (
    card = exampleScorecard(),
    verdict = exampleVerdict(),
    more: string[] = [],
  ) => {
    const { url } = await startPortal(noRoutes, scorecardRoutes(card, verdict));
    return runCommand(['gate', 'credit-risk', '7', '--url', url, ...more]);
  };

  it('names what blocks and what to do, and exits with 3', async () => {
    const { code, stdout, stderr } = await gate();
    expect(code).toBe(3);
    expect(stdout).toBe(
      `model:default/credit-risk 7 in prod: the gate is closed

What blocks:
  fair.spd  fail
      Reason | of fair.spd
      → Remedy of fair.spd

Does not pass, and does not block:
  xai.global  stale
      Reason | of xai.global
      → Remedy of xai.global
`,
    );
    expect(stderr).toContain('the gate of prod is closed by fair.spd');
  });

  it('exits with 0 when it is open', async () => {
    const { code } = await gate(exampleScorecard(true), exampleVerdict(true));
    expect(code).toBe(0);
  });

  it('writes SARIF and Markdown', async () => {
    const sarif = join(folder, 'gate.sarif');
    const markdown = join(folder, 'summary.md');
    await gate(undefined, undefined, [
      '--sarif',
      sarif,
      '--markdown',
      markdown,
    ]);
    const [run] = JSON.parse(readFileSync(sarif, 'utf8')).runs;
    expect(
      run.results.map(({ ruleId, level }: Record<string, string>) => [
        ruleId,
        level,
      ]),
    ).toEqual([
      ['fair.spd', 'error'],
      ['xai.global', 'warning'],
    ]);
    expect(readFileSync(markdown, 'utf8')).toContain(
      '| fair.spd | fail | blocker | Reason \\| of fair.spd | Remedy of fair.spd |',
    );
  });

  it.each([
    [
      'that no key of the portal has signed',
      exampleVerdict(true, {}, stranger.privateKey),
      'was signed by none of the given keys',
    ],
    [
      'that is no longer valid',
      exampleVerdict(true, { validUntil: '2026-11-21T00:00:00.000Z' }),
      'was valid until 2026-11-21',
    ],
    [
      'about another environment',
      exampleVerdict(true, { environment: 'dev' }),
      'none of the statements is about',
    ],
    [
      'that the scorecard does not agree with',
      exampleVerdict(false),
      'disagree',
    ],
  ])('refuses a verdict %s, with 4', async (_case, verdict, message) => {
    const { code, stderr } = await gate(exampleScorecard(true), verdict);
    expect(stderr).toContain(message);
    expect(code).toBe(4);
  });

  it('refuses a verdict about other content', async () => {
    const { code, stderr } = await gate(
      exampleScorecard(true),
      exampleVerdict(true),
      ['--digest', 'sha256:other'],
    );
    expect(code).toBe(4);
    expect(stderr).toContain(`is about ${digest}`);
  });
});

describe('modelyard gate, without a portal', () => {
  const key = join(folder, 'key.pem');
  writeFileSync(key, publicKey.export({ type: 'spki', format: 'pem' }));
  const keep = (name: string, document: object) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(document));
    return file;
  };
  const gate = (statements: string[], more: string[] = []) =>
    runCommand([
      'gate',
      'credit-risk',
      '7',
      '--public-key',
      key,
      ...more,
      '--statement',
      ...statements,
    ]);
  const open = keep('open.json', exampleVerdict(true));

  it('believes a signed statement', async () => {
    const { code, stdout } = await gate([open]);
    expect(code).toBe(0);
    expect(stdout).toContain('the gate is open (signed 2026-11-20');
  });

  it('takes a key set as well', async () => {
    const jwks = keep('jwks.json', {
      keys: [publicKey.export({ format: 'jwk' })],
    });
    const { code } = await gate([open], ['--public-key', jwks]);
    expect(code).toBe(0);
  });

  it('lets the newer of two statements count', async () => {
    const closed = keep(
      'closed.json',
      exampleVerdict(false, { timeVerified: '2026-11-20T09:30:01.000Z' }),
    );
    const { code, stdout } = await gate([open, closed]);
    expect(code).toBe(3);
    expect(stdout).toContain('fair.spd');
  });

  it('refuses a statement whose content was changed', async () => {
    const envelope = exampleVerdict(false);
    const text = Buffer.from(envelope.payload, 'base64').toString();
    const payload = Buffer.from(text.replace('FAILED', 'PASSED'));
    const changed = keep('changed.json', {
      ...envelope,
      payload: payload.toString('base64'),
    });
    expect((await gate([changed])).code).toBe(4);
  });

  it('wants the key that verifies', async () => {
    const { code, stderr } = await runCommand([
      'gate',
      'credit-risk',
      '7',
      '--statement',
      open,
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain('--statement needs --public-key');
  });
});
