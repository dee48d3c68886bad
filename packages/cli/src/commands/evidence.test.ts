import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceInput } from '@modelyard/plugin-model-scorecard-common';
import { digest } from '../__testUtils__/exampleScorecard';
import { exampleVersion } from '../__testUtils__/answers';
import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers } from '../__testUtils__/startPortal';

const folder = mkdtempSync(join(tmpdir(), 'modelyard-evidence-'));
afterEach(stopServers);
afterAll(() => rmSync(folder, { recursive: true }));

function keep(name: string, content: string): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const shap = keep(
  'shap.json',
  JSON.stringify({ shap: '0.51.0', n: 500, mean_abs_shap: { income: 0.4 } }),
);
const item = {
  id: 'e1',
  kind: 'importance',
  format: 'shap/1',
  tool: { name: 'shap', version: '0.51.0' },
  trust: 'manual',
  digest,
  usable: true,
  problems: [],
};
const about = ['--model', 'credit-risk', '--model-version', '7'];

async function start(answer: object = item) {
  const received: EvidenceInput[] = [];
  const streamed: { query: object; bytes: number }[] = [];
  const { url } = await startPortal(
    router =>
      router.get('/models/:namespace/:name/versions/:version', (_req, res) => {
        res.json({
          ...exampleVersion('7'),
          artifacts: [],
          params: {},
          datasets: [],
          links: [],
          source: { id: 'examples', nativeId: 'credit-risk/7' },
        });
      }),
    router => {
      router.post('/evidence', (req, res) => {
        received.push(req.body);
        res.status(201).json({ items: [answer] });
      });
      router.post('/evidence/stream', async (req, res) => {
        let bytes = 0;
        for await (const chunk of req) bytes += chunk.length;
        streamed.push({ query: { ...req.query }, bytes });
        res.status(201).json({ items: [answer] });
      });
    },
  );
  const push = (argv: string[], env: Record<string, string | undefined> = {}) =>
    runCommand(['evidence', 'push', ...argv, ...about, '--url', url], env);
  return { push, received, streamed };
}

describe('modelyard evidence push', () => {
  it('finds the format, the digest and the run of the pipeline', async () => {
    const { push, received } = await start();
    const { code, stdout } = await push(
      [shap, '--produced-at', '2026-11-20T09:30:00Z'],
      {
        GITHUB_SERVER_URL: 'https://github.example.com',
        GITHUB_REPOSITORY: 'risk/credit',
        GITHUB_RUN_ID: '77',
        GITHUB_SHA: 'c0ffee',
        GITHUB_ACTIONS: 'true',
      },
    );
    expect(code).toBe(0);
    expect(stdout).toBe(`${shap}  shap\n  importance  manual  usable  e1\n`);
    expect(received).toEqual([
      {
        subject: { ref: 'model:default/credit-risk', version: '7', digest },
        format: 'shap',
        producedAt: '2026-11-20T09:30:00Z',
        producer: {
          runUrl: 'https://github.example.com/risk/credit/actions/runs/77',
          commit: 'c0ffee',
        },
        document: { shap: '0.51.0', n: 500, mean_abs_shap: { income: 0.4 } },
      },
    ]);
  });

  it('signs the report where there is a key, and never shows the key', async () => {
    const { push, received } = await start();
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const { code, stdout, stderr } = await push([shap], {
      MODELYARD_SIGNING_KEY: pem,
    });
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(pem.split('\n')[1]);
    const [{ format, document }] = received;
    expect(format).toBe('dsse');
    const { payload } = document as { payload: string };
    expect(JSON.parse(Buffer.from(payload, 'base64').toString())).toMatchObject(
      {
        predicateType: 'https://modelyard.io/report/v1',
        subject: [{ digest: { sha256: digest.slice(7) } }],
        predicate: { format: 'shap' },
      },
    );
  });

  it('refuses files that are not those of the version', async () => {
    const { push, received } = await start();
    const { code, stderr } = await push([shap, '--artifact', shap]);
    expect(code).toBe(2);
    expect(stderr).toContain(`is registered with ${digest}`);
    expect(received).toEqual([]);
  });

  it('exits with 3 when the portal can use none of it', async () => {
    const { push } = await start({
      ...item,
      usable: false,
      problems: ['it does not say when it was made'],
    });
    const { code, stdout, stderr } = await push([shap]);
    expect(code).toBe(3);
    expect(stdout).toContain('proves nothing');
    expect(stdout).toContain('it does not say when it was made');
    expect(stderr).toContain('1 of 1 records');
  });

  it('looks without sending', async () => {
    const { push, received } = await start();
    const { code, stdout } = await push([shap, '--dry-run']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      `${shap}  shap  does not say when it was made; give --produced-at\n`,
    );
    expect(received).toEqual([]);
  });

  it.each([
    ['of no known format', '{"a":1}', 'no format recognises'],
    ['with a member twice', '{"shap":"1","shap":"2"}', 'shap'],
    ['that was cut off', '{"shap":', 'at /'],
  ])('refuses a report %s', async (name, content, message) => {
    const { push } = await start();
    const { code, stderr } = await push([keep(`${name}.json`, content)]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  describe('with a report of 10 MB', () => {
    const result = JSON.stringify({ ruleId: 'x', message: { text: 'y' } });
    const results = Array.from({ length: 260_000 }, () => result).join(',');
    const large = keep(
      'large.sarif',
      `{"version":"2.1.0","runs":[{"results":[${results}]}]}`,
    );

    it('sends it piece by piece', async () => {
      const { push, received, streamed } = await start();
      const { code, stderr } = await push([large, '--format', 'sarif']);
      expect(stderr).toBe('');
      expect(code).toBe(0);
      expect(received).toEqual([]);
      const [{ query, bytes }] = streamed;
      expect(query).toMatchObject({ version: '7', digest, format: 'sarif' });
      expect(bytes).toBeGreaterThan(9_000_000);
    });

    it.each([
      ['--declare', 'reference=M', 'without --declare'],
      ['--key', 'evidence.pem', 'without a key'],
    ])(
      'is refused with %s, before anything is sent',
      async (option, value, message) => {
        const { push, received, streamed } = await start();
        const { code, stderr } = await push([
          ...[shap, large, '--format', 'sarif'],
          ...[option, value],
        ]);
        expect(code).toBe(2);
        expect(stderr).toContain(message);
        expect([received, streamed]).toEqual([[], []]);
      },
    );

    it('says which formats may be so large', async () => {
      const { push } = await start();
      const { code, stderr } = await push([large]);
      expect(code).toBe(2);
      expect(stderr).toContain('say --format sarif');
    });
  });
});
