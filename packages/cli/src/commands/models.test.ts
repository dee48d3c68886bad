import { Writable } from 'node:stream';
import { exampleModel } from '../__testUtils__/answers';
import { runCommand } from '../__testUtils__/runCommand';
import { startPortal, stopServers, token } from '../__testUtils__/startPortal';
import { run } from '../run';

const models = Array.from({ length: 5 }, (_, index) =>
  exampleModel(`model-${index + 1}`),
);

/** A portal that gives two models a page, whatever it is asked for. */
function startPaging() {
  return startPortal(router =>
    router.get('/models', (req, res) => {
      const start = Number(req.query.cursor ?? 0);
      const next = start + 2;
      res.json({
        items: models.slice(start, next),
        totalItems: models.length,
        ...(next < models.length && { nextCursor: String(next) }),
      });
    }),
  );
}

function startWith(items: object[]) {
  return startPortal(router =>
    router.get('/models', (_req, res) => {
      res.json({ items, totalItems: items.length });
    }),
  );
}

describe('modelyard models', () => {
  afterEach(stopServers);

  it('prints one page as a table, and says that there is more', async () => {
    const { url } = await startPaging();
    const { code, stdout, stderr } = await runCommand(['models', '--url', url]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'MODEL            TITLE    LATEST  CREATED (UTC)     VERSIONS  ALIASES     SOURCE    STATE',
        'default/model-1  model-1  8       2026-11-12 09:30         8  champion=7  examples  fresh',
        'default/model-2  model-2  8       2026-11-12 09:30         8  champion=7  examples  fresh',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('2 of 5; --all shows the rest\n');
  });

  it('hands every filter over as the API knows it', async () => {
    const { url, asked } = await startWith([]);
    const filters = {
      q: 'a&b',
      source: 'examples',
      owner: 'group:default/risk-ml',
      task: 't',
      tier: 'high',
      lifecycle: 'production',
      license: 'MIT',
      alias: 'champion',
      freshness: 'stale',
      sort: '-latest',
      limit: '3',
    };
    const options = Object.entries(filters).flatMap(([k, v]) => [`--${k}`, v]);
    const { code, stdout, stderr } = await runCommand(
      ['models', ...options, '--removed'],
      { MODELYARD_URL: `${url}/` },
    );
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: 'Nothing found.\n',
    });
    const { searchParams } = new URL(asked[0], url);
    expect(Object.fromEntries(searchParams)).toEqual({
      ...filters,
      removed: 'true',
    });
  });

  it('prints the answer of the portal with --json', async () => {
    const { url } = await startPaging();
    const { stdout } = await runCommand(['models', '--json', '--url', url]);
    expect(JSON.parse(stdout)).toEqual({
      items: models.slice(0, 2),
      totalItems: 5,
      nextCursor: '2',
    });
    expect(stdout).toContain('\n  "items": [');
  });

  it('reads every page with --all, into one table or one array', async () => {
    const { url } = await startPaging();
    const table = await runCommand(['models', '--all', '--url', url]);
    const lines = table.stdout.trimEnd().split('\n');
    expect(lines.map(line => line.split(' ')[0])).toEqual([
      'MODEL',
      ...models.map(({ title }) => `default/${title}`),
    ]);
    expect(table.stderr).toBe('');
    const json = await runCommand(['models', '--all', '--json', '--url', url]);
    expect(JSON.parse(json.stdout)).toEqual(models);
  });

  it('prints an empty array when there is nothing', async () => {
    const { url } = await startWith([]);
    const { stdout } = await runCommand(['models', '--all', '--json'], {
      MODELYARD_URL: url,
    });
    expect(stdout).toBe('[]\n');
  });

  it('reads the next page only when the one before has been taken', async () => {
    const { url, asked } = await startPaging();
    const askedAtWrite: number[] = [];
    let text = '';
    const stdout = new Writable({
      write(chunk, _encoding, done) {
        askedAtWrite.push(asked.length);
        text += chunk;
        setImmediate(() => setImmediate(done));
      },
    });
    const code = await run(['models', '--all', '--json', '--url', url], {
      stdout,
      stderr: stdout,
      env: { MODELYARD_TOKEN: token },
    });
    expect(code).toBe(0);
    expect(askedAtWrite).toEqual([1, 2, 3, 3]);
    expect(JSON.parse(text)).toHaveLength(5);
  });

  it('shows columns for what there is, and nothing that steers a terminal', async () => {
    const { url } = await startWith([
      exampleModel('a', {
        title: 'Evil\u001b[2J\u202Eeltit\nin two lines',
        owner: 'group:default/risk-ml',
        latestVersion: undefined,
        versionCount: 0,
      }),
      exampleModel('b', { versionCount: 1234 }),
    ]);
    const { stdout } = await runCommand(['models', '--url', url]);
    const [head, first, second] = stdout.split('\n');
    expect(head).toContain('OWNER');
    expect(head).not.toContain('TASK');
    expect(first).toContain('Evil [2J eltit in two lines');
    expect(second).toMatch(/ {2}- {2}/);
    const end = head.indexOf('VERSIONS') + 'VERSIONS'.length;
    expect(first.slice(0, end)).toMatch(/ 0$/);
    expect(second.slice(0, end)).toMatch(/ 1234$/);
  });

  it('stops when the portal gives the same page again and again', async () => {
    const { url, asked } = await startPortal(router =>
      router.get('/models', (_req, res) => {
        res.json({ items: models, totalItems: 5, nextCursor: 'same' });
      }),
    );
    const { code, stderr } = await runCommand([
      'models',
      '--all',
      '--url',
      url,
    ]);
    expect([code, asked.length]).toEqual([1, 2]);
    expect(stderr).toContain('the same page');
  });
});
