import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A repository on disk that a test writes to. */
export class GitRepository {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'repository-'));
  private minutes = 0;

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  get url(): string {
    return `file://${this.folder}`;
  }

  /** Commits these files; a name that ends in `->` makes a link. */
  commit(files: Record<string, string>): string {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', 'change');
    return this.git('rev-parse', 'HEAD').trim();
  }

  tag(name: string): void {
    this.git('tag', '-a', name, '-m', name);
  }

  git(...args: string[]): string {
    this.minutes += 1;
    const at = new Date(Date.UTC(2026, 10, 1, 0, this.minutes)).toISOString();
    return execFileSync(
      'git',
      ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args],
      {
        cwd: this.folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_COMMITTER_DATE: at,
          GIT_AUTHOR_DATE: at,
          GIT_CONFIG_GLOBAL: '/dev/null',
        },
      },
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Hands a request to `git http-backend`, which answers as a CGI program does. */
function serve(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...process.env,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(child.stdin);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const answer = Buffer.concat(chunks);
    const end = answer.indexOf('\r\n\r\n');
    const headers = answer.toString('latin1', 0, end).split('\r\n');
    const status = headers.find(line => line.startsWith('Status:'));
    response.writeHead(
      status ? Number(status.slice(7, 12)) : 200,
      Object.fromEntries(
        headers
          .filter(line => !line.startsWith('Status:'))
          .map(line => line.split(/: (.*)/).slice(0, 2)),
      ),
    );
    response.end(answer.subarray(end + 4));
  });
}

/** Serves a repository over smart HTTP to whoever sends this header. */
export async function serveRepository(
  repository: GitRepository,
  authorization: string,
) {
  const server = createServer((request, response) => {
    if (request.headers.authorization === authorization)
      serve(repository.folder, request, response);
    else
      response
        .writeHead(401, { 'www-authenticate': 'Basic realm="git"' })
        .end();
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('port');
  return {
    url: `http://127.0.0.1:${address.port}/.git`,
    close: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
