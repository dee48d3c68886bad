import { defaultPackText } from '../__testUtils__/facts';
import { loadPack, readPack } from './loadPack';

function packWith(lines: string, ...more: string[]): string {
  return `apiVersion: modelyard.io/v1alpha1
kind: CheckPack
id: test
version: '1'
title: Test
checks:
  - id: fair.spd
    area: fairness
    title: Parity
    rule: Parity
    evidence: fairness
    severity: blocker
    metrics: [spd]
    controls: []
    remedy: Measure
    ${[lines, ...more].join('\n    ')}
`;
}

describe('loadPack', () => {
  it('loads the default pack with its eight checks and no warning', () => {
    const { pack, problems, warnings } = readPack(defaultPackText);
    expect([problems, warnings]).toEqual([[], []]);
    expect(pack?.checks.map(({ id }) => id)).toEqual([
      'gov.tier',
      'prov.signature',
      'perf.primary',
      'fair.spd',
      'sec.vulns',
      'lic.policy',
      'doc.card',
      'hum.approval',
    ]);
    expect(pack?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('has a digest of the content, not of the layout', () => {
    const spaced = defaultPackText.replace(
      /^checks:/m,
      '\n# a comment\nchecks:',
    );
    expect(loadPack(spaced).digest).toBe(loadPack(defaultPackText).digest);
    const changed = defaultPackText.replace('perGroup: 200', 'perGroup: 201');
    expect(loadPack(changed).digest).not.toBe(loadPack(defaultPackText).digest);
  });

  it.each([
    [
      'an empty list of metrics',
      packWith('expr: "true"').replace('[spd]', '[]'),
      '/checks/0/metrics',
      13,
    ],
    [
      'an unknown member',
      packWith('expr: "true"', 'thresholds: 1'),
      '/checks/0',
      7,
    ],
    [
      'CEL that does not parse',
      packWith('expr: m.spd.all(x,'),
      '/checks/0/expr',
      16,
    ],
    [
      'an unknown variable',
      packWith('expr: metrics.spd.size() > 0'),
      '/checks/0/expr',
      16,
    ],
    [
      'a number for an answer',
      packWith('expr: size(m.spd) + 1'),
      '/checks/0/expr',
      16,
    ],
    [
      'a wrong duration',
      packWith('expr: "true"', 'maxAge: 3 months'),
      '/checks/0/maxAge',
      17,
    ],
    [
      'roles without reviews',
      packWith('expr: "true"', 'roles: { high: [reviewer] }'),
      '/checks/0/roles',
      17,
    ],
    [
      'YAML with a key twice',
      packWith('expr: "true"', 'expr: "false"'),
      '',
      17,
    ],
  ])('refuses %s with its place', (_, text, path, line) => {
    const { pack, problems } = readPack(text);
    expect(pack).toBeUndefined();
    expect(problems).toMatchObject([{ path, line }]);
    expect(() => loadPack(text, 'own.yaml')).toThrow(`own.yaml:${line}`);
  });

  it.each([
    [
      'a list that may be empty',
      'm.spd.filter(x, x.n > 5).all(x, x.value < 0.1)',
      'true for an empty list',
    ],
    [
      'a metric that nothing demands',
      'm.eod.exists(x, x.value < 0.1)',
      'not named under metrics',
    ],
    ['a claim that nothing demands', 'c.ok == true', 'not named under claims'],
    ['!has', '!has(m.spd) || m.spd.all(x, x.value < 0.1)', '!has() passes'],
    [
      'a pattern that may take for ever',
      'm.spd.all(x, x.group.matches("(a+)+b"))',
      'can take for ever',
    ],
    [
      'a negated comparison',
      '!m.spd.exists(x, x.value > 0.1)',
      'negated comparison',
    ],
  ])('refuses the trap of %s', (_, expr, message) => {
    const { pack, problems } = readPack(packWith(`expr: '${expr}'`));
    expect(pack).toBeUndefined();
    expect(problems[0].message).toContain(message);
  });

  it('refuses aliases that multiply, and conditions on later checks', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) =>
        `  - &l${i} [${Array(9)
          .fill(i ? `*l${i - 1}` : 'x')
          .join(', ')}]`,
    );
    const bomb = `${packWith('expr: "true"')}description:\n${levels.join('\n')}\n`;
    expect(readPack(bomb).problems[0].message).toMatch('aliases');
    const ahead = packWith(
      'expr: m.spd.all(x, x.value < 0.1)',
      'applies: { unlessPass: [fair.eod] }',
    );
    expect(readPack(ahead).problems).toMatchObject([
      {
        path: '/checks/0/applies/unlessPass/0',
        message: 'fair.eod is no check before this one',
      },
    ]);
  });

  it('lets no loops in one another run over long lists', () => {
    const pack = loadPack(
      packWith('expr: m.spd.all(x, m.spd.all(y, x.value <= y.value + 1.0))'),
    );
    const entry = { value: 0, ciLow: 0, ciHigh: 0 };
    const ask = (length: number) =>
      pack.checks[0].program({
        m: { spd: Array.from({ length }, () => entry) },
        c: {},
        p: {},
        bound: {},
        tier: 'high',
        environment: 'prod',
        reviews: [],
        producedAt: new Date(0),
      });
    expect(ask(100)).toBe(true);
    expect(() => ask(5000)).toThrow('would take too long');
  });

  it('warns of what clusters lack', () => {
    const { pack, warnings } = readPack(
      packWith(
        `expr: 'tier != "high" && m.spd.map(x, string(x.n)).join() == ""'`,
      ),
    );
    expect(pack).toBeDefined();
    expect(warnings.map(w => w.message)).toEqual([
      expect.stringContaining('!= passes for every value'),
      expect.stringContaining('join is not part of the CEL'),
    ]);
  });
});
