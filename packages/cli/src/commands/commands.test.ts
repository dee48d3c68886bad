import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exampleComparison,
  exampleSources,
  exampleVersion,
} from '../__testUtils__/answers';
import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers } from '../__testUtils__/startPortal';

afterEach(stopServers);

describe('modelyard versions', () => {
  const start = () =>
    startPortal(router =>
      router.get('/models/:namespace/:name/versions', (_req, res) => {
        res.json({
          items: [
            exampleVersion('8', { metrics: [{ name: 'gini', value: 40 }] }),
            exampleVersion('7', {
              aliases: ['champion', 'prod'],
              conflict: { digest: 'sha256:cc', at: '2026-11-13T00:00:00.000Z' },
            }),
          ],
          totalItems: 2,
        });
      }),
    );

  it('shows what there is, with a column for each metric', async () => {
    const { url } = await start();
    const { code, stdout } = await runCommand([
      'versions',
      'credit-risk',
      '--url',
      url,
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'VERSION  CREATED (UTC)     STATUS  ALIASES        DIGEST               OF       CONFLICT (UTC)    gini   roc_auc',
        '8        2026-11-12 09:30  ready   -              sha256:abababababab  content  -                   40         -',
        '7        2026-11-12 09:30  ready   champion,prod  sha256:abababababab  content  2026-11-13 00:00     -  0.901235',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['credit-risk', '/models/default/credit-risk/versions'],
    ['risk/Credit-Risk', '/models/risk/credit-risk/versions'],
    ['model:risk/credit-risk', '/models/risk/credit-risk/versions'],
  ])('asks for %s', async (name, path) => {
    const { url, asked } = await start();
    await runCommand(['versions', name, '--sort', '-createdAt', '--url', url]);
    expect(asked).toEqual([`${path}?sort=-createdAt`]);
  });
});

describe('modelyard compare', () => {
  const start = () =>
    startPortal(router =>
      router.get('/models/:namespace/:name/compare', (_req, res) => {
        res.json(exampleComparison);
      }),
    );

  it('shows what differs, part by part', async () => {
    const { url } = await start();
    const { code, stdout } = await runCommand([
      'compare',
      'credit-risk',
      '7',
      '8',
      '--url',
      url,
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      `               LEFT                 RIGHT
model          default/credit-risk  default/credit-risk
version        7                    8
created (UTC)  2026-11-12 09:30     2026-11-12 09:30
status         ready                ready
aliases        champion             -
digest         sha256:abababababab  sha256:abababababab
license        Apache-2.0           Apache-2.0

METRIC      LEFT  RIGHT  CHANGE  BETTER
roc_auc      0.9  0.912  +0.012  right
latency_ms    12      9      -3  -
gini           -    0.4       -  -

PARAMETER  LEFT  RIGHT
max_depth  6     8
1 the same on both sides

DATASET
1 the same on both sides

ARTIFACT   LEFT  RIGHT
model.pkl  -     sha256:bcbcbcbcbcbc

CARD
2 lines added, 1 removed; --json shows them
`,
    );
  });

  it.each([
    [['7', '8'], '/models/default/credit-risk/compare?left=7&right=8'],
    [
      ['7', 'churn@2'],
      '/models/default/credit-risk/compare?left=7&right=2&rightModel=model%3Adefault%2Fchurn',
    ],
    [
      ['model:risk/churn@2', '8'],
      '/models/risk/churn/compare?left=2&right=8&rightModel=model%3Adefault%2Fcredit-risk',
    ],
    [['churn@1', 'churn@2'], '/models/default/churn/compare?left=1&right=2'],
    [
      ['credit-risk@v1@rc', '+@1'],
      '/models/default/credit-risk/compare?left=v1%40rc&right=%2B%401',
    ],
  ])('asks for %j', async (sides, question) => {
    const { url, asked } = await start();
    const { code, stdout } = await runCommand([
      'compare',
      'credit-risk',
      ...sides,
      '--json',
      '--url',
      url,
    ]);
    expect(code).toBe(0);
    expect(asked).toEqual([question]);
    expect(JSON.parse(stdout)).toEqual(exampleComparison);
  });
});

describe('modelyard ml-bom', () => {
  const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [] };
  const folder = mkdtempSync(join(tmpdir(), 'modelyard-cli-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const start = () =>
    startPortal(router =>
      router.get(
        '/models/:namespace/:name/versions/:version/ml-bom',
        (_req, res) => {
          res.type('application/vnd.cyclonedx+json').send(JSON.stringify(bom));
        },
      ),
    );

  it('prints the document, or writes it to a file', async () => {
    const { url, asked } = await start();
    const argv = ['ml-bom', 'credit-risk', 'v1#/x', '--url', url];
    const printed = await runCommand(argv);
    expect(JSON.parse(printed.stdout)).toEqual(bom);
    expect(asked).toEqual([
      '/models/default/credit-risk/versions/v1%23%2Fx/ml-bom',
    ]);
    const file = join(folder, 'bom.json');
    const written = await runCommand([...argv, '--output', file]);
    expect(written).toEqual({ code: 0, stdout: '', stderr: `Wrote ${file}\n` });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(bom);
  });

  it('says which file could not be written', async () => {
    const { url } = await start();
    const file = join(folder, 'none/bom.json');
    const { code, stderr } = await runCommand([
      'ml-bom',
      'credit-risk',
      '1',
      '--output',
      file,
      '--url',
      url,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain(file);
  });
});

describe('modelyard sources', () => {
  it('shows how each source is', async () => {
    const { url } = await startPortal(router =>
      router.get('/sources', (_req, res) => {
        res.json({ items: exampleSources });
      }),
    );
    const { code, stdout } = await runCommand(['sources', '--url', url]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'SOURCE       TYPE    STATE   LAST SUCCESS (UTC)  NEXT RUN (UTC)    MODELS  VERSIONS  GONE  CONFLICTS  LAST ERROR (UTC)  MESSAGE',
        'examples     git     fresh   2026-11-12 09:30    2026-11-12 09:35       7      1025     0          0  -                 -',
        'prod-mlflow  mlflow  failed  -                   running now            0         0     3          0  2026-11-12 09:31  refused [31m us badly',
        '',
      ].join('\n'),
    );
    const json = await runCommand(['--json', 'sources', '--url', url]);
    expect(JSON.parse(json.stdout)).toEqual({ items: exampleSources });
  });
});
