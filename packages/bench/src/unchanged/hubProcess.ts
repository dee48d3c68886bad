import { createServer } from 'node:http';
import { createHub } from './hubShapes';

/** What the process is told. */
export interface HubTask {
  models: number;
}

/** What it says once it listens. */
export interface HubReady {
  port: number;
}

function serve({ models }: HubTask): void {
  const hub = createHub(models);
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const answer = hub(new URL(request.url ?? '/', origin));
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    const { body, type, next } = answer;
    response
      .writeHead(200, {
        'content-type': type,
        ...(next && { link: `<${origin}${next}>; rel="next"` }),
      })
      .end(body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    process.send?.({ port: port ?? 0 } satisfies HubReady);
  });
}

process.once('message', serve);
