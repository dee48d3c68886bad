import { createServer, request } from 'node:http';
import { AddressInfo } from 'node:net';

/** Stands in front of a registry, passes everything on, and counts. */
export interface RequestCounter {
  baseUrl: string;
  /** Method and path with query of every request so far. */
  calls: string[];
  close(): Promise<void>;
}

/** Counts what a client asks of a registry. */
export async function countRequests(target: string): Promise<RequestCounter> {
  const calls: string[] = [];
  const server = createServer((incoming, response) => {
    calls.push(`${incoming.method} ${incoming.url}`);
    const { method, headers } = incoming;
    const onward = request(
      new URL(incoming.url ?? '/', target),
      { method, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    calls,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
