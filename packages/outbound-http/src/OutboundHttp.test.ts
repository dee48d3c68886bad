import { IncomingMessage, RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { z } from 'zod';
import {
  html,
  json,
  listen,
  ScriptedServer,
  scriptedServer,
} from './__testUtils__/scriptedServer';
import { OutboundError } from './OutboundError';
import { OutboundHttp, OutboundOptions } from './OutboundHttp';

const names = z.object({ names: z.array(z.string()) });
const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map(close => close()));
});

function clientOf(
  { url }: Pick<ScriptedServer, 'url'>,
  options: Partial<OutboundOptions> = {},
): OutboundHttp {
  const http = new OutboundHttp({ baseUrl: url, ...options });
  closing.push(() => http.close());
  return http;
}

async function serve(
  ...answers: Parameters<typeof scriptedServer>
): Promise<ScriptedServer> {
  const server = await scriptedServer(...answers);
  closing.unshift(() => server.close());
  return server;
}

async function errorOf(promise: Promise<unknown>): Promise<OutboundError> {
  const error: unknown = await promise.then(
    () => undefined,
    reason => reason,
  );
  if (!(error instanceof OutboundError))
    throw new Error(`expected an OutboundError, got ${error}`);
  return error;
}

describe('OutboundHttp', () => {
  it('reads JSON relative to its base, with repeated parameters', async () => {
    const server = await serve(json({ names: ['a'] }));
    const http = clientOf({ url: `${server.url}/base/` });
    const { value } = await http.json(
      { path: '/list', query: { order: ['a b', 'c'], page: undefined, n: 2 } },
      names,
    );
    expect(value).toEqual({ names: ['a'] });
    expect(server.calls).toEqual(['GET /base/list?order=a+b&order=c&n=2']);
  });

  it.each([
    [401, 'unauthorized', 'check the credentials'],
    [403, 'forbidden', 'may not read'],
    [404, 'not-found', 'nothing is there'],
    [400, 'rejected', 'does not accept'],
  ])(
    'says what %i means, asks once, and quotes nothing',
    async (status, kind, remedy) => {
      const server = await serve(html(status));
      const error = await errorOf(
        clientOf(server).send({ path: 'x', query: { token: 's3cret' } }),
      );
      expect(error).toMatchObject({ kind, status });
      expect(error.message).toContain(remedy);
      expect(error.message).not.toMatch(/hunter2|s3cret/);
      expect(server.calls).toHaveLength(1);
    },
  );

  it('tries again what may pass', async () => {
    const server = await serve(
      html(500),
      (request, _) => request.socket.destroy(),
      json({ names: [] }),
    );
    const { value } = await clientOf(server).json({ path: 'x' }, names);
    expect(value.names).toEqual([]);
    expect(server.calls).toHaveLength(3);
  });

  it('gives up after its attempts', async () => {
    const server = await serve(html(503));
    const error = await errorOf(
      clientOf(server, { attempts: 2 }).send({ path: 'x' }),
    );
    expect(error.kind).toBe('server');
    expect(server.calls).toHaveLength(2);
  });

  it('waits as long as it is asked to', async () => {
    const server = await serve(
      html(429, { 'retry-after': '1' }),
      json({ names: [] }),
    );
    const started = performance.now();
    await clientOf(server).json({ path: 'x' }, names);
    expect(performance.now() - started).toBeGreaterThan(990);
  });

  it('does not wait longer than it may', async () => {
    const server = await serve(html(429, { ratelimit: '"api";r=0;t=240' }));
    const error = await errorOf(clientOf(server).send({ path: 'x' }));
    expect(error).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 240_000,
    });
    expect(server.calls).toHaveLength(1);
  });

  it('takes no page of HTML for an answer', async () => {
    const server = await serve(html(200));
    const error = await errorOf(clientOf(server).json({ path: 'x' }, names));
    expect(error.kind).toBe('not-json');
  });

  it('reads JSON that broke off again', async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{"names":["a",');
    };
    const server = await serve(cut, json({ names: ['a', 'b'] }));
    const { value } = await clientOf(server).json({ path: 'x' }, names);
    expect(value.names).toEqual(['a', 'b']);
  });

  it('names the place where an answer has another shape', async () => {
    const server = await serve(json({ names: null }));
    const error = await errorOf(clientOf(server).json({ path: 'x' }, names));
    expect(error.kind).toBe('unexpected');
    expect(error.message).toContain('/names');
  });

  it('stops a slow answer in its middle', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"names":[');
    });
    const error = await errorOf(
      clientOf(server, { timeoutMs: 200, attempts: 1 }).send({ path: 'x' }),
    );
    expect(error.kind).toBe('timeout');
  });

  it('reads no further than its limit, also of what was packed', async () => {
    const packed = gzipSync(Buffer.alloc(2_000_000, 'a'));
    const server = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      });
      response.end(packed);
    });
    expect(packed.length).toBeLessThan(10_000);
    const error = await errorOf(
      clientOf(server, { maxBytes: 100_000 }).send({ path: 'x' }),
    );
    expect(error.kind).toBe('too-large');
    expect(server.calls).toHaveLength(1);
  });

  it('keeps credentials to the origin of its base', async () => {
    const seen: unknown[][] = [];
    const note = ({ headers }: IncomingMessage) =>
      seen.push([
        headers.authorization,
        headers['x-workspace'],
        headers.accept,
      ]);
    const other = await serve((request, response) => {
      note(request);
      json({ names: [] })(request, response);
    });
    const server = await serve((request, response) => {
      note(request);
      response.writeHead(302, { location: `${other.url}/there` });
      response.end();
    });
    const http = clientOf(server, { headers: { authorization: 'Bearer x' } });
    const headers = { 'x-workspace': 'w' };
    await http.json({ path: 'x', headers }, names);
    await http.json({ path: `${other.url}/next`, headers }, names);
    const elsewhere = [undefined, undefined, 'application/json'];
    expect(seen).toEqual([
      ['Bearer x', 'w', 'application/json'],
      elsewhere,
      elsewhere,
    ]);
  });

  it('hands nothing that it sends on to where it is redirected', async () => {
    const server = await serve((_, response) => {
      response.writeHead(307, { location: '/there' });
      response.end();
    });
    const error = await errorOf(
      clientOf(server).send({ path: 'x', method: 'POST', json: { a: 1 } }),
    );
    expect(error.kind).toBe('unexpected');
    expect(server.calls).toEqual(['POST /x']);
  });

  it('does not follow redirects in circles', async () => {
    const server = await serve((_, response) => {
      response.writeHead(302, { location: '/again' });
      response.end();
    });
    const error = await errorOf(clientOf(server).send({ path: 'x' }));
    expect(error.kind).toBe('unexpected');
    expect(server.calls).toHaveLength(6);
  });

  it('lets nobody redirect it to a metadata address', async () => {
    const server = await serve((_, response) => {
      response.writeHead(302, {
        location: 'http://169.254.169.254/latest/meta-data',
      });
      response.end();
    });
    const error = await errorOf(clientOf(server).send({ path: 'x' }));
    expect(error.kind).toBe('refused-address');
  });

  it('keeps to its concurrency', async () => {
    let open = 0;
    let most = 0;
    const server = await serve((request, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        json({ names: [] })(request, response);
      }, 20);
    });
    const http = clientOf(server, { concurrency: 3 });
    await Promise.all(
      Array.from({ length: 12 }, () => http.json({ path: 'x' }, names)),
    );
    expect(most).toBe(3);
  });

  it('ends when its caller does, without another attempt', async () => {
    const server = await serve(() => {});
    const stop = new AbortController();
    const asked = clientOf(server).send({ path: 'x', signal: stop.signal });
    setTimeout(() => stop.abort(new Error('shut down')), 50);
    await expect(asked).rejects.toThrow('shut down');
    expect(server.calls).toHaveLength(1);
  });

  it('says that a certificate is not trusted', async () => {
    const { private: key, cert } = await generate([
      { name: 'commonName', value: 'localhost' },
    ]);
    const tls = await listen(createTlsServer({ key, cert }), 'https');
    closing.unshift(tls.close);
    const error = await errorOf(clientOf(tls).send({ path: 'x' }));
    expect(error.kind).toBe('tls');
    expect(error.message).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('says that nobody is there', async () => {
    const server = await scriptedServer(json({}));
    await server.close();
    const error = await errorOf(
      clientOf(server, { attempts: 1 }).send({ path: 'x' }),
    );
    expect(error.kind).toBe('unreachable');
    expect(error.message).toContain('ECONNREFUSED');
  });
});
