import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers } from '../__testUtils__/startPortal';

const folder = mkdtempSync(join(tmpdir(), 'modelyard-pack-'));
afterEach(stopServers);
afterAll(() => rmSync(folder, { recursive: true }));

const file = resolve(__dirname, '../../../../examples/packs/default.yaml');
const text = readFileSync(file, 'utf8');

function keep(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('modelyard pack lint', () => {
  it('finds nothing in the default pack', async () => {
    const { code, stdout } = await runCommand(['pack', 'lint', file]);
    expect(stdout).toBe('');
    expect(code).toBe(0);
  });

  it('names file, line, place and what is wrong', async () => {
    const bad = keep(
      'bad.yaml',
      text.replace('severity: blocker', 'severity: hard'),
    );
    const line = text.slice(0, text.indexOf('severity: blocker')).split('\n');
    const { code, stdout } = await runCommand(['pack', 'lint', bad]);
    expect(code).toBe(3);
    expect(stdout).toContain(
      `${bad}:${line.length}: error /checks/0/severity `,
    );
  });

  it('says which file it could not read', async () => {
    const { code, stderr } = await runCommand(['pack', 'lint', 'none.yaml']);
    expect(code).toBe(2);
    expect(stderr).toContain('none.yaml');
  });
});

describe('modelyard pack test', () => {
  it('runs the fixtures of the pack', async () => {
    const { code, stdout } = await runCommand(['pack', 'test', file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/default 2: \d+ fixtures hold, 31 checks, sha256:/);
  });

  it('names a fixture that does not hold', async () => {
    const bad = keep('broken.yaml', text.replace(/: pass\b/, ': fail'));
    const { code, stdout, stderr } = await runCommand(['pack', 'test', bad]);
    expect(code).toBe(3);
    expect(stdout).toContain('/fixtures/');
    expect(stderr).toContain('does not hold its own fixtures');
  });
});

describe('modelyard pack diff', () => {
  const preview = {
    pack: { id: 'default', version: '3', digest: 'sha256:b' },
    against: { id: 'default', version: '2', digest: 'sha256:a' },
    versions: 28,
    environments: [{ name: 'prod', closes: 12, opens: 0, changes: 12 }],
    items: [
      {
        subject: {
          ref: 'model:default/credit-risk',
          version: '7',
          digest: 'sha256:7',
        },
        environment: 'prod',
        gate: { from: 'open', to: 'closed' },
        blockers: ['fair.spd'],
        changes: [
          { check: 'fair.spd', from: 'pass', to: 'fail', cause: 'pack' },
        ],
      },
    ],
  };
  const diff = async (more: string[] = []) => {
    const { url } = await startPortal(
      () => {},
      router =>
        router.post('/packs/preview', (_req, res) => {
          res.json(preview);
        }),
    );
    return runCommand(['pack', 'diff', file, '--url', url, ...more]);
  };

  it('says what would close before it is merged', async () => {
    const { code, stdout } = await diff();
    expect(code).toBe(0);
    expect(stdout).toBe(`default 3 against default 2, over 28 versions
  12 prod versions would close, 0 would open, 12 change

model:default/credit-risk 7 in prod: open → closed
  fair.spd: pass → fail
`);
  });

  it('stops a pipeline when asked to', async () => {
    const { code, stderr } = await diff(['--fail-on-close', 'prod']);
    expect(code).toBe(3);
    expect(stderr).toContain('12 versions of prod would close');
  });
});
