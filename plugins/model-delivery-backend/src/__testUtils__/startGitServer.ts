import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseCgiHead } from '../git/cgiHead';

const somebody = [
  '-c',
  'user.name=other',
  '-c',
  'user.email=other@example.com',
];

/** Login that the server takes. */
export const gitLogin = { username: 'robot', password: 'not-a-secret' };

/**
 * A Git server that is not ours: `git http-backend` behind Node, with a password
 * for everything.
 */
export async function startGitServer(directory: string) {
  const authorization = `Basic ${Buffer.from(`${gitLogin.username}:${gitLogin.password}`).toString('base64')}`;
  const asked: string[] = [];
  const server = createServer((req, res) => {
    asked.push(req.url ?? '');
    if (req.headers.authorization !== authorization) {
      res.writeHead(401, { 'WWW-Authenticate': 'Basic' }).end();
      return;
    }
    const { pathname, search } = new URL(req.url ?? '/', 'http://localhost');
    const child = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: directory,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: 'safe.directory',
        GIT_CONFIG_VALUE_0: '*',
        PATH_INFO: pathname,
        QUERY_STRING: search.slice(1),
        REQUEST_METHOD: req.method ?? 'GET',
        REMOTE_USER: gitLogin.username,
        CONTENT_TYPE: req.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: req.headers['content-encoding'] ?? '',
      },
    });
    req.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.on('close', () => {
      const head = parseCgiHead(Buffer.concat(chunks));
      res.writeHead(head?.status ?? 500, head?.headers);
      res.end(head?.rest);
    });
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/team`;
  return {
    baseUrl,
    /** Paths of all requests so far. */
    asked,
    /** Makes an empty repository, as somebody else would. */
    make(name: string): string {
      const path = join(directory, 'team', `${name}.git`);
      execFileSync('git', ['init', '--quiet', '--bare', '-b', 'main', path]);
      return `${baseUrl}/${name}.git`;
    },
    /** Puts files beside what the main branch has, as somebody else would. */
    put(name: string, files: Record<string, string>): string {
      const clone = mkdtempSync(join(tmpdir(), 'somebody-'));
      const git = (...args: string[]) =>
        execFileSync('git', ['-C', clone, ...args], {
          encoding: 'utf8',
          stdio: 'pipe',
        });
      try {
        git('clone', '--quiet', join(directory, 'team', `${name}.git`), '.');
        git('symbolic-ref', 'HEAD', 'refs/heads/main');
        for (const [path, content] of Object.entries(files)) {
          mkdirSync(dirname(join(clone, path)), { recursive: true });
          writeFileSync(join(clone, path), content);
        }
        git('add', '--all');
        git(...somebody, 'commit', '--quiet', '-m', 'Put files');
        git('push', '--quiet', 'origin', 'main');
        return git('rev-parse', 'HEAD').trim();
      } finally {
        rmSync(clone, { recursive: true });
      }
    },
    /** What Git says inside a repository of the server. */
    git(name: string, ...args: string[]): string {
      const path = join(directory, 'team', `${name}.git`);
      return execFileSync('git', [`--git-dir=${path}`, ...args], {
        encoding: 'utf8',
      }).trim();
    },
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
