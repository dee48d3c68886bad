import { createServer } from 'node:net';

/** As many free ports of the loopback interface as asked for. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((done, fail) => {
          const server = createServer();
          server.on('error', fail);
          server.listen(0, '127.0.0.1', () => done(server));
        }),
    ),
  );
  return Promise.all(
    servers.map(
      server =>
        new Promise<number>((done, fail) => {
          const address = server.address();
          server.close(error => {
            if (error || typeof address !== 'object' || !address) fail(error);
            else done(address.port);
          });
        }),
    ),
  );
}
