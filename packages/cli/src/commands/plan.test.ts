import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidFieldsError } from '@modelyard/plugin-model-catalog-node';
import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers } from '../__testUtils__/startPortal';

const plan = {
  digest: 'sha256:00',
  files: [
    { path: 'README.md', content: '# api\n' },
    { path: 'ci/build.sh', content: '#!/bin/sh\n', mode: '100755' },
  ],
  findings: [
    { severity: 'info', field: '/environments', message: 'just so' },
    { severity: 'warning', check: 'fair.spd', message: 'prod is closed' },
  ],
  environments: ['dev', 'prod'],
  changes: [
    { path: 'README.md', change: 'changed' },
    { path: 'ci/build.sh', change: 'added' },
    { path: 'flux/source.yaml', change: 'removed' },
  ],
  entityRef: 'component:default/api',
  repositoryUrl: 'http://portal.example.com/services/api',
  cloneUrl: 'http://portal.example.com/git/api.git',
  estimate: {
    currency: 'USD',
    perEnvironment: [
      { name: 'dev', low: 1e6, expected: 2e6, high: 3e6, basis: '1 to 3' },
    ],
  },
};

// Each line holds the one before nine times.
const bomb = Array.from({ length: 9 }, (_, index) => {
  const items = index
    ? Array(9)
        .fill(`*a${index - 1}`)
        .join(', ')
    : 'x';
  return `k${index}: &a${index} [${items}]\n`;
}).join('');

describe('modelyard plan and render', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cli-plan-'));
    file = join(folder, 'service.yaml');
    await writeFile(file, 'name: api\nrepository: { name: api-gitops }\n');
  });

  afterEach(async () => {
    stopServers();
    await rm(folder, { recursive: true });
  });

  async function start(answer: object = plan) {
    const bodies: unknown[] = [];
    const none = () => {};
    const portal = await startPortal(none, none, none, router => {
      router.post('/plans', (req, res) => {
        bodies.push(req.body);
        if (answer instanceof Error) throw answer;
        res.json(answer);
      });
    });
    const run = (...argv: string[]) =>
      runCommand(argv, { MODELYARD_URL: portal.url });
    return { run, bodies };
  }

  it('shows changes, findings and the estimate', async () => {
    const { run, bodies } = await start();
    const { code, stdout, stderr } = await run('plan', file);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(bodies).toEqual([
      { name: 'api', repository: { name: 'api-gitops' } },
    ]);
    expect(stdout).toMatch(/~ +README\.md\n\+ +ci\/build\.sh\n- +flux\/source/);
    expect(stdout).toMatch(/warning .*fair\.spd.*prod is closed[^]*info/);
    expect(stdout).toMatch(/dev +1\.00 USD +2\.00 USD +3\.00 USD +1 to 3/);
    expect(stderr).toContain('2 files for dev, prod; nothing was written');
  });

  it('prints the answer of the portal', async () => {
    const { run } = await start();
    const { stdout } = await run('--json', 'plan', file);
    expect(JSON.parse(stdout)).toEqual(plan);
  });

  it('says that nothing would change', async () => {
    const { run } = await start({ ...plan, changes: [], findings: [] });
    expect((await run('plan', file)).stdout).toContain('Nothing would change');
  });

  it('names every wrong field, and ends with 3', async () => {
    const { run } = await start(
      new InvalidFieldsError([
        { path: '/name', message: 'must be lower-case' },
        { path: '/owner', message: 'must be a group' },
      ]),
    );
    const { code, stderr } = await run('plan', file);
    expect(code).toBe(3);
    expect(stderr).toContain('/name: must be lower-case');
    expect(stderr).toContain('/owner: must be a group');
    expect(stderr).toContain('2 of its fields are wrong');
  });

  it('writes every file with its mode, and twice only when forced', async () => {
    const { run } = await start();
    const out = join(folder, 'out');
    expect((await run('render', file, '--output', out)).code).toBe(0);
    expect(await readFile(join(out, 'README.md'), 'utf8')).toBe('# api\n');
    const { mode } = await stat(join(out, 'ci/build.sh'));
    expect(mode & 0o111).not.toBe(0);
    const again = await run('render', file, '--output', out);
    expect(again).toMatchObject({ code: 2 });
    expect(again.stderr).toContain('--force');
    const forced = await run('render', file, '--output', out, '--force');
    expect(forced.code).toBe(0);
  });

  it.each(['../out', '/etc/passwd', '.'])(
    'does not write to %s, whatever the portal says',
    async path => {
      const { run } = await start({ ...plan, files: [{ path, content: 'x' }] });
      const out = join(folder, 'out');
      const { code, stderr } = await run('render', file, '--output', out);
      expect({ code, stderr }).toMatchObject({ code: 2 });
      expect(stderr).toContain('leads out');
    },
  );

  it.each([
    ['there.yaml', undefined, 'There is no file'],
    ['broken.yaml', 'a: [', 'broken.yaml'],
    ['text.yaml', 'just text', 'holds no service input'],
    ['bomb.yaml', bomb, "can't be read"],
  ])('refuses %s before it asks', async (name, content, message) => {
    const { run, bodies } = await start();
    const path = join(folder, name);
    if (content !== undefined) await writeFile(path, content);
    const { code, stderr } = await run('plan', path);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(bodies).toEqual([]);
  });
});
