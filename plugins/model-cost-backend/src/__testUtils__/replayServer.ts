import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** What the server says for one route and day. */
export interface Replay {
  status?: number;
  /** Sent as it is when a text, else as JSON. */
  body: unknown;
  contentType?: string;
  /** Milliseconds before it answers. */
  delayMs?: number;
}

/** A question it was asked. */
export interface Question {
  path: string;
  query: URLSearchParams;
  authorization?: string;
}

/** OpenCost takes no other spelling of a time (ran, OpenCost 1.112). */
const bounds = /^(\d{4}-\d{2}-\d{2})T00:00:00Z,\d{4}-\d{2}-\d{2}T00:00:00Z$/;

/** The window of a question to OpenCost, or the day at whose end Prometheus is asked. */
function dayOf(query: URLSearchParams): string | undefined {
  const time = query.get('time');
  return time === null
    ? bounds.exec(query.get('window') ?? '')?.[1]
    : new Date(Number(time) * 1000 - 1).toISOString().slice(0, 10);
}

/** Replays recorded answers by route and day, as the real server spells windows. */
export class ReplayServer {
  readonly questions: Question[] = [];
  /** By `<path> <day>`, such as `/allocation 2026-11-03`. */
  readonly replays = new Map<string, Replay>();
  private readonly server = createServer((request, response) =>
    this.answer(request, response),
  );

  static async start(): Promise<ReplayServer> {
    const replay = new ReplayServer();
    await new Promise<void>(resolve =>
      replay.server.listen(0, '127.0.0.1', resolve),
    );
    return replay;
  }

  get baseUrl(): string {
    const { port }: AddressInfo = Object(this.server.address());
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? '/', this.baseUrl);
    this.questions.push({
      path: url.pathname,
      query: url.searchParams,
      authorization: request.headers.authorization,
    });
    const day = dayOf(url.searchParams);
    const replay =
      day === undefined
        ? { status: 400, body: 'bad window', contentType: 'text/plain' }
        : this.replays.get(`${url.pathname} ${day}`);
    setTimeout(() => send(response, replay), replay?.delayMs ?? 0);
  }
}

function send(response: ServerResponse, replay: Replay | undefined): void {
  const {
    body,
    status = 200,
    contentType = 'application/json',
  } = replay ?? {
    status: 404,
    body: '404 page not found',
    contentType: 'text/plain',
  };
  response.writeHead(status, { 'content-type': contentType });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
