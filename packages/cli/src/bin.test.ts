import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { exampleModel } from './__testUtils__/answers';
import { startPortal, stopServers, token } from './__testUtils__/startPortal';

const bin = resolve(__dirname, '../bin/modelyard');

/** Spawns the command; `onText` sees what it prints and may close the pipe. */
function spawnCommand(
  argv: string[],
  onText: (text: string, close: () => void) => void = () => {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [bin, ...argv], {
    env: { ...process.env, MODELYARD_TOKEN: token },
  });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', chunk => {
    printed.stdout += chunk;
    onText(printed.stdout, () => child.stdout.destroy());
  });
  child.stderr.on('data', chunk => {
    printed.stderr += chunk;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', code => done({ code, ...printed }));
  });
}

/** A portal whose list of models has no end. */
function startEndless() {
  return startPortal(router =>
    router.get('/models', (req, res) => {
      const page = Number(req.query.cursor ?? 0);
      const items = Array.from({ length: 200 }, (_, index) =>
        exampleModel(`model-${page}-${index}`),
      );
      res.json({ items, totalItems: 1e6, nextCursor: String(page + 1) });
    }),
  );
}

describe('bin/modelyard', () => {
  jest.setTimeout(60_000);
  afterEach(stopServers);

  it('runs from its sources and ends with the exit code', async () => {
    const { url } = await startEndless();
    const good = await spawnCommand(['models', '--json', '--url', url]);
    expect({ code: good.code, stderr: good.stderr }).toEqual({
      code: 0,
      stderr: '',
    });
    expect(JSON.parse(good.stdout).items).toHaveLength(200);
    const wrong = await spawnCommand(['models', '--url', 'nowhere']);
    expect(wrong.code).toBe(2);
  });

  it.each([[['--json']], [[]]])(
    'stops without a word when nobody reads any more, %j',
    async options => {
      const { url, asked } = await startEndless();
      const { code, stderr } = await spawnCommand(
        ['models', '--all', ...options, '--url', url],
        (_text, close) => close(),
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(asked.length).toBeLessThan(50);
    },
  );
});
