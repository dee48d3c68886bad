import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { parse, stringify } from 'yaml';
import {
  examplesDirectory,
  startScorecard,
} from './__testUtils__/startScorecard';

jest.setTimeout(120_000);

// Root of the model that model-signing 1.1.1 signed in the recorded bundle.
const good =
  'sha256:1cd901f9c8a10f98e5c1653fcfc551806c10fb88728bf97272965744810dd25d';
const bad = `sha256:${'b'.repeat(64)}`;
const wanted = [
  'prov.signature',
  'data.quality',
  'perf.primary',
  'fair.spd',
  'sec.format',
];

const reports = resolve(
  __dirname,
  '../../model-scorecard-common/src/formats/__fixtures__',
);
const cli = execFileSync(
  process.execPath,
  [
    resolve(__dirname, '../../../scripts/test/bundleProcess.mjs'),
    resolve(__dirname, '../../../packages/cli/src/index.ts'),
  ],
  { encoding: 'utf8' },
);
/** What `bin/modelyard` does. */
const command = `require(${JSON.stringify(cli)}).run(process.argv.slice(1), process).then(code => { process.exitCode = code; })`;
const signed = resolve(__dirname, 'intake/__fixtures__');

/** Some checks of the default pack; every one of them blocks. */
function packOf(ids: string[]): string {
  const text = readFileSync(
    join(examplesDirectory, 'packs/default.yaml'),
    'utf8',
  );
  const pack = parse(text, { merge: true });
  const checks = pack.checks
    .filter(({ id }: { id: string }) => ids.includes(id))
    .map((check: object) => ({ ...check, severity: 'blocker' }));
  return stringify({ ...pack, id: 'walk', checks, fixtures: [] });
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())(
  'reports of real tools, from the command line to the gate, on %s',
  id => {
    const directory = mkdtempSync(join(tmpdir(), 'walk-'));
    let portal: Awaited<ReturnType<typeof startScorecard>>;
    let url: string;

    beforeAll(async () => {
      const target = join(directory, 'pack.yaml');
      writeFileSync(target, packOf(wanted));
      const knex = await databases.init(id);
      portal = await startScorecard({
        directory,
        versions: [
          { model: 'credit-risk', version: '5', digest: good },
          { model: 'credit-risk', version: '4', digest: bad },
        ],
        config: { packs: [{ target }] },
        evidence: {
          producers: [
            {
              name: 'training pipeline',
              publicKeyFile: join(signed, 'model-signing-1.1.1/producer.pub'),
            },
          ],
        },
        features: [
          mockServices.database.mock({ getClient: async () => knex }).factory,
        ],
      });
      const { port } = portal.server.address() as AddressInfo;
      url = `http://127.0.0.1:${port}`;
    });

    afterAll(async () => {
      await portal?.stop();
    });

    /** The command itself, in a process of its own. */
    function modelyard(...argv: string[]) {
      const token = mockCredentials.service.header().replace('Bearer ', '');
      const env = {
        ...process.env,
        MODELYARD_URL: url,
        MODELYARD_TOKEN: token,
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: 'acme/models',
        GITHUB_RUN_ID: '17',
        GITHUB_SHA: 'a'.repeat(40),
        GITHUB_STEP_SUMMARY: '',
      };
      return new Promise<{ code: number; text: string }>(done => {
        execFile(
          process.execPath,
          ['--eval', command, '--', ...argv],
          { env },
          (error, stdout, stderr) =>
            done({ code: Number(error?.code ?? 0), text: stdout + stderr }),
        );
      });
    }

    const push = (version: string, file: string, ...more: string[]) =>
      modelyard(
        'evidence',
        'push',
        file,
        '--model',
        'credit-risk',
        '--model-version',
        version,
        '--produced-at',
        '2026-11-20T09:00:00Z',
        ...more,
      );
    const target = ['primary=accuracy', 'target=0.7', 'higherIsBetter=true'];
    const declareTarget = target.flatMap(pair => ['--declare', pair]);
    const tested = ['--declare', 'reference=M'];

    it('opens for a version whose reports pass', async () => {
      const pushes = [
        await push('5', join(signed, 'model-signing-1.1.1/model.sig.json')),
        await push(
          '5',
          join(reports, 'great_expectations-1.24.1/passing.json'),
        ),
        await push(
          '5',
          join(reports, 'scikit-learn-1.9.1/evaluation-credit-risk-v5.json'),
          ...declareTarget,
        ),
        await push(
          '5',
          join(reports, 'fairlearn-0.15.0/metricframe-credit-risk-v5.json'),
          ...tested,
        ),
        await push('5', join(reports, 'modelscan-0.8.8/safe.json')),
      ];
      for (const { code, text } of pushes)
        expect([code, text]).toEqual([0, text]);
      expect(pushes[0].text).toMatch('signature  signed  usable');
      const gate = await modelyard('gate', 'credit-risk', '5', '--env', 'prod');
      expect([gate.code, gate.text]).toEqual([
        0,
        expect.stringContaining('the gate is open'),
      ]);
      const card = await portal.get(
        '/models/default/credit-risk/versions/5/scorecard',
      );
      const spd = card.body.checks.find(
        (c: { id: string }) => c.id === 'fair.spd',
      );
      expect(spd.interval.method).toBe('newcombe');
      const [id_] = spd.evidence;
      const record = await portal.get(`/evidence/${id_}`);
      expect(record.body.producer).toMatchObject({
        runUrl: 'https://github.com/acme/models/actions/runs/17',
        commit: 'a'.repeat(40),
      });
    });

    it('stays closed for a version whose reports fail, and says why', async () => {
      const scan = await push(
        '4',
        join(reports, 'modelscan-0.8.8/malicious.json'),
      );
      expect(scan.code).toBe(0);
      await push('4', join(reports, 'great_expectations-1.24.1/failing.json'));
      const empty = await push(
        '4',
        join(reports, 'modelscan-0.8.8/nothing-scanned.json'),
      );
      expect([empty.code, empty.text]).toEqual([
        3,
        expect.stringContaining('no file was scanned'),
      ]);
      await push(
        '4',
        join(reports, 'fairlearn-0.15.0/metricframe-credit-risk-v4.json'),
        ...tested,
      );
      const replayed = await push(
        '4',
        join(signed, 'model-signing-1.1.1/model.sig.json'),
      );
      expect([replayed.code, replayed.text]).toEqual([
        1,
        expect.stringContaining('(409'),
      ]);
      const sarif = join(directory, `${id}.sarif`);
      const markdown = join(directory, `${id}.md`);
      const gate = await modelyard(
        ...['gate', 'credit-risk', '4', '--env', 'prod'],
        ...['--sarif', sarif, '--markdown', markdown],
      );
      expect(gate.code).toBe(3);
      for (const text of [gate.text, readFileSync(markdown, 'utf8')]) {
        expect(text).toMatch('fair.spd');
        expect(text).toMatch('0.27');
        expect(text).toMatch('sec.format');
      }
      const [{ results }] = JSON.parse(readFileSync(sarif, 'utf8')).runs;
      expect(
        results.map(({ ruleId, level }: Record<string, string>) => [
          ruleId,
          level,
        ]),
      ).toContainEqual(['fair.spd', 'error']);
    });

    it('can be asked without the portal, by what it signed', async () => {
      const write = (name: string, value: unknown) => {
        const file = join(directory, `${id}-${name}.json`);
        writeFileSync(file, JSON.stringify(value));
        return file;
      };
      const path = (version: string) =>
        `/models/default/credit-risk/versions/${version}/verdict?environment=prod`;
      const keys = (await portal.get('/.well-known/jwks.json')).body;
      const envelope = (await portal.get(path('5'))).body;
      const open = write('open', envelope);
      const jwks = write('jwks', keys);
      const gate = (version: string, statement: string, ...more: string[]) =>
        modelyard(
          ...['gate', 'credit-risk', version, '--statement', statement],
          ...['--public-key', jwks, ...more],
        );
      expect((await gate('5', open, '--digest', good)).code).toBe(0);
      expect((await gate('5', open, '--digest', bad)).code).toBe(4);
      expect((await gate('4', open)).code).toBe(4);
      expect((await gate('5', open, '--env', 'dev')).code).toBe(4);
      expect((await gate('5', open, '--at', '2036-01-01T00:00:00Z')).code).toBe(
        4,
      );
      const closed = write('closed', (await portal.get(path('4'))).body);
      expect((await gate('4', closed)).code).toBe(3);
      const payload = Buffer.from(envelope.payload, 'base64').toString();
      const forged = write('forged', {
        ...envelope,
        payload: Buffer.from(payload.replace('@5', '@4')).toString('base64'),
      });
      const refused = await gate('4', forged);
      expect([refused.code, refused.text]).toEqual([
        4,
        expect.stringContaining('signed by none of the given keys'),
      ]);
    });
  },
);
