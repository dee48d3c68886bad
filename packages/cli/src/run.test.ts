import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './__testUtils__/runCommand';
import {
  serve,
  startPortal,
  stopServers,
  token,
} from './__testUtils__/startPortal';

const folder = mkdtempSync(join(tmpdir(), 'modelyard-cli-'));

function startSources() {
  return startPortal(router =>
    router.get('/sources', (_req, res) => {
      res.json({ items: [] });
    }),
  );
}

describe('modelyard', () => {
  afterEach(stopServers);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([[['--help']], [['models', '--help']], [['--version']]])(
    'prints %j to stdout',
    async argv => {
      const { code, stdout, stderr } = await runCommand(argv);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^(Usage: modelyard|\d+\.\d+\.\d+)/);
    },
  );

  it.each<[string[], Record<string, string | undefined>, string]>([
    [[], {}, 'Usage'],
    [['model'], {}, "unknown command 'model'"],
    [['models', '--colour'], {}, "unknown option '--colour'"],
    [['models', '--token', 'x'], {}, "unknown option '--token'"],
    [['models', '--limit', '501'], {}, 'from 1 to 500'],
    [['models', '--limit', '2', '--all'], {}, 'cannot be used with'],
    [['models', '--sort', 'size'], {}, 'Allowed choices are'],
    [['models', '--timeout', '0'], {}, 'from 1 to 3600'],
    [['versions'], {}, "missing required argument 'model'"],
    [['versions', 'a:b:c'], {}, '"a:b:c" names no model'],
    [['versions', 'component:default/a'], {}, 'names no model'],
    [['compare', 'a', '1', 'b@'], {}, '"b@" names no version'],
    [['models'], { MODELYARD_URL: undefined }, 'Set MODELYARD_URL'],
    [['models', '--url', 'localhost:7007'], {}, 'not an address'],
    [['models', '--url', 'http://me:pw@h/'], {}, 'more than an address'],
    [['models', '--token-file', join(folder, 'none')], {}, '--token-file'],
    [['models'], { MODELYARD_TOKEN: 'two words' }, 'MODELYARD_TOKEN holds'],
  ])('calls %j wrong usage', async (argv, env, message) => {
    const { code, stdout, stderr } = await runCommand(argv, {
      MODELYARD_URL: 'http://127.0.0.1:9',
      ...env,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
    for (const secret of ['me:pw', 'two words'])
      expect(stderr).not.toContain(secret);
  });

  it('takes the token from a file before that of the environment', async () => {
    const { url } = await startSources();
    const file = join(folder, 'token');
    writeFileSync(file, `${token}\n`);
    const { code } = await runCommand(
      ['sources', '--token-file', file, '--url', url],
      { MODELYARD_TOKEN: 'another' },
    );
    expect(code).toBe(0);
  });

  it('says what the portal says, with its status', async () => {
    const { url } = await startPortal(router => {
      router.get('/models/:namespace/:name/versions', async () => {
        throw new NotFoundError('No source provides model:default/none');
      });
      router.get('/models', async () => {
        throw new NotAllowedError(`Not with ${token}`);
      });
    });
    expect(await runCommand(['versions', 'none', '--url', url])).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'modelyard: No source provides model:default/none (404 NotFoundError)\n',
    });
    const { code, stderr } = await runCommand(['models', '--url', url]);
    expect([code, stderr]).toEqual([
      1,
      'modelyard: Not with … (403 NotAllowedError)\n',
    ]);
  });

  it('says what to do about a token that is missing or refused', async () => {
    const { url } = await startSources();
    const without = await runCommand(['sources', '--url', url], {
      MODELYARD_TOKEN: undefined,
    });
    expect(without.code).toBe(1);
    expect(without.stderr).toContain('set MODELYARD_TOKEN');
    const wrong = await runCommand(['sources', '--url', url], {
      MODELYARD_TOKEN: 'wrong-token',
    });
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('refuses the token (401): Illegal token');
    expect(wrong.stderr).not.toContain('wrong-token');
  });

  it('says when nothing listens there', async () => {
    const url = await serve(() => {});
    stopServers();
    const { code, stderr } = await runCommand(['sources', '--url', url]);
    expect(code).toBe(1);
    expect(stderr).toContain(`Can't reach ${url} (ECONNREFUSED)`);
  });

  it.each([
    ['text/html', 200, '<html>', 'is not Modelyard (200, text/html)'],
    ['application/json', 200, '{"items":', 'is not Modelyard (200'],
    ['text/plain', 404, 'nothing', 'is not Modelyard (404'],
    ['application/json', 200, '{}', 'no list of Modelyard'],
  ])(
    'says that %s, %i, %j is not Modelyard',
    async (type, status, body, message) => {
      const url = await serve((_req, res) => {
        res.writeHead(status, { 'content-type': type }).end(body);
      });
      const { code, stdout, stderr } = await runCommand([
        'models',
        '--url',
        url,
      ]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(message);
      expect(stderr).toContain('MODELYARD_URL');
    },
  );

  it('sends its token nowhere else', async () => {
    const asked: string[] = [];
    const other = await serve((req, res) => {
      asked.push(req.url ?? '');
      res.end();
    });
    const url = await serve((_req, res) => {
      res.writeHead(302, { location: `${other}/sign-in` }).end();
    });
    const { code, stderr } = await runCommand(['models', '--url', url]);
    expect(code).toBe(1);
    expect(stderr).toContain(`sends us on to ${other} (302)`);
    expect(asked).toEqual([]);
  });

  it('asks again while the portal restarts, and gives up in time', async () => {
    let count = 0;
    const start = (good: number) =>
      serve((_req, res) => {
        count += 1;
        const status = count >= good ? 200 : 503;
        res
          .writeHead(status, {
            'content-type': 'application/json',
            'retry-after': '0',
          })
          .end(JSON.stringify(status === 200 ? { items: [] } : {}));
      });
    const restarting = await runCommand(['sources', '--url', await start(3)]);
    expect([restarting.code, count]).toEqual([0, 3]);
    count = 0;
    const down = await runCommand(['sources', '--url', await start(9)]);
    expect([down.code, count]).toEqual([1, 3]);
    expect(down.stderr).toContain('(503)');
  });

  it('waits no longer than it is told to', async () => {
    const url = await serve(() => {});
    const { code, stderr } = await runCommand([
      'sources',
      '--timeout',
      '1',
      '--url',
      url,
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('within 1 s');
  });
});
