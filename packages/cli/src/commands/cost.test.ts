import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers } from '../__testUtils__/startPortal';

afterEach(stopServers);

const freshness = {
  closedUntil: '2026-11-26',
  sources: [
    { id: 'a', state: 'fresh', provides: ['cost'], exampleDates: true },
  ],
};
const allocation = { idle: 'separate', shared: 'separate' };
const span = { currency: 'USD', from: '2026-11-25', to: '2026-11-26' };
const components = {
  cpu: 1_000_000,
  ram: 0,
  gpu: 7_500_000,
  storage: 0,
  network: 0,
  loadBalancer: 0,
  shared: 0,
  external: 0,
};

const cost = {
  ...span,
  days: ['2026-11-25', '2026-11-26'],
  state: ['ok', 'missing'],
  groups: [
    {
      key: '7',
      total: 8_500_000,
      perDay: [8_500_000, null],
      components,
      measures: { gpuHours: 3 },
    },
  ],
  total: 8_500_000,
  measures: {},
  allocation,
  notices: [],
  coverage: { attributed: 0.93, grade: 'A' },
  freshness,
};

const unit = { volume: 2000, minimumVolume: 1000 };

const start = () =>
  startPortal(
    () => {},
    () => {},
    router => {
      router.get('/models/:namespace/:name/cost', (_req, res) => {
        res.json(cost);
      });
      router.get('/models/:namespace/:name/unit-costs', (_req, res) => {
        res.json({
          ...span,
          days: 2,
          groups: [
            {
              key: 'total',
              days: 1,
              cost: 8_500_000,
              requests: 2000,
              latencySeconds: { p95: 0.25 },
              per1000Requests: { ...unit, amount: 4_250_000 },
              perMillionTokens: { minimumVolume: 100_000, reason: 'no_usage' },
            },
          ],
          freshness,
        });
      });
      router.get('/summary', (_req, res) => {
        res.json({
          ...span,
          state: ['ok', 'ok'],
          scope: 'all',
          items: [{ key: 'risk-ml', total: 1_234_567, change: -500 }],
          totalItems: 1,
          unattributed: 2_000_000,
          idle: 0,
          total: 3_234_567,
          allocation,
          notices: [],
          reconciliation: { days: 0 },
          freshness,
        });
      });
      router.get('/unlabelled', (_req, res) => {
        res.json({
          ...span,
          items: [
            {
              sourceId: 'a',
              kind: 'workload',
              cluster: 'eu1',
              namespace: 'web',
              controllerKind: 'deployment',
              controller: 'gateway\u001b[31m',
              total: 2_000_000,
              days: 2,
              lastDay: '2026-11-26',
            },
          ],
          totalItems: 3,
          nextCursor: 'x',
        });
      });
    },
  );

describe('modelyard cost', () => {
  it('shows what a model costs, and how far that is to be trusted', async () => {
    const { url, asked } = await start();
    const { code, stdout, stderr } = await runCommand([
      'cost',
      'credit-risk',
      '--from',
      '2026-11-25',
      '--by',
      'version',
      '--url',
      url,
    ]);
    expect(code).toBe(0);
    expect(asked).toEqual([
      '/models/default/credit-risk/cost?from=2026-11-25&groupBy=version',
    ]);
    expect(stdout).toBe(
      [
        'GROUP     TOTAL  SHARE       GPU  GPU HOURS',
        '7      8.50 USD  100 %  7.50 USD          3',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe(
      'closed until 2026-11-26, 1 of 2 days complete, 93 % of all spend carries a model, example data, dates moved.\n',
    );
  });

  it('shows the estate, with what belongs to no model', async () => {
    const { url, asked } = await start();
    const { stdout } = await runCommand([
      'cost',
      '--by',
      'owner',
      '--url',
      url,
    ]);
    expect(asked).toEqual(['/summary?groupBy=owner']);
    expect(stdout).toBe(
      [
        'GROUP          TOTAL       CHANGE',
        'risk-ml     1.23 USD  -0.0005 USD',
        '(no model)  2.00 USD            -',
        '(idle)      0.00 USD            -',
        '',
      ].join('\n'),
    );
  });

  it('shows unit costs, or why there are none', async () => {
    const { url } = await start();
    const { stdout } = await runCommand([
      'cost',
      'credit-risk',
      '--units',
      '--url',
      url,
    ]);
    expect(stdout).toMatch(
      /total {5}1 {2}8\.50 USD {6}2000 +4\.25 USD +no usage +0\.25/,
    );
  });

  it('shows what carries no model, without what a terminal obeys', async () => {
    const { url } = await start();
    const { stdout, stderr } = await runCommand([
      'cost',
      '--unlabelled',
      '--limit',
      '1',
      '--url',
      url,
    ]);
    expect(stdout).toContain('deployment/gateway');
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toBe('3 in all; --limit shows more.\n');
  });

  it('prints the answer of the portal as JSON', async () => {
    const { url } = await start();
    const { stdout } = await runCommand([
      'cost',
      'credit-risk',
      '--json',
      '--url',
      url,
    ]);
    expect(JSON.parse(stdout)).toEqual(cost);
  });

  it.each([
    [['cost', 'm', '--by', 'model'], /--by takes one of version, environment/],
    [['cost', '--by', 'component'], /--by takes one of model, version, owner/],
    [['cost', '--units'], /--units needs a model/],
    [['cost', 'm', '--unlabelled'], /--unlabelled takes no model/],
    [['cost', '--unlabelled', '--limit', '0'], /from 1 to 200/],
  ])('refuses %j', async (args, message) => {
    const { url } = await start();
    const { code, stderr } = await runCommand([...args, '--url', url]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
