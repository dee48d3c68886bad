import { createServer, RequestListener, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** A server that answers each call with the next of its answers, the last one for ever. */
export interface ScriptedServer {
  url: string;
  /** `GET /path?query`, in the order of arrival. */
  calls: string[];
  close(): Promise<void>;
}

/** Listens on a port of loopback. */
export async function listen(
  server: Server,
  protocol = 'http',
): Promise<{ url: string; close: () => Promise<void> }> {
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `${protocol}://127.0.0.1:${port}`,
    close: () =>
      new Promise(done => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export async function scriptedServer(
  ...answers: RequestListener[]
): Promise<ScriptedServer> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)];
    calls.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  return { ...(await listen(server)), calls };
}

/** Answers JSON. */
export const json =
  (value: unknown, status = 200, headers = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(value));
  };

/** Answers HTML. */
export const html =
  (status: number, headers = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end('<html><body>token=hunter2</body></html>');
  };
