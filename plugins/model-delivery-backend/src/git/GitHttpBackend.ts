import { ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough, Readable, Transform } from 'node:stream';
import { ServiceUnavailableError } from '@backstage/errors';
import { CgiHead, maxHeadBytes, parseCgiHead } from './cgiHead';
import { GitCommand } from './GitCommand';
import { assertRepositoryName } from './repositoryName';

/** The two conversations of Git's smart HTTP protocol. */
export type GitServiceName = 'git-upload-pack' | 'git-receive-pack';

/**
 * One request of a Git client, already authorized.
 */
export interface GitHttpRequest {
  repository: string;
  service: GitServiceName;
  /** `advertise` answers `info/refs`; `exchange` the POST that follows. */
  step: 'advertise' | 'exchange';
  /** Who asks, for the reflog. */
  user: string;
  contentType?: string;
  contentEncoding?: string;
  /** Header `Git-Protocol`. */
  protocol?: string;
  body: Readable;
}

/**
 * Answer to a {@link GitHttpRequest}. Destroying `body` ends the process.
 */
export interface GitHttpResponse extends Omit<CgiHead, 'rest'> {
  body: Readable;
  /** Settles when Git is done with the repository. */
  finished: Promise<void>;
}

/** More was sent than the limit allows. */
export class BodyTooLargeError extends Error {}

const killGraceMs = 5_000;

function environment(request: GitHttpRequest): Record<string, string> {
  const advertise = request.step === 'advertise';
  const path = advertise ? 'info/refs' : request.service;
  const protocol = request.protocol ?? '';
  return {
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `/${assertRepositoryName(request.repository)}.git/${path}`,
    REQUEST_METHOD: advertise ? 'GET' : 'POST',
    QUERY_STRING: advertise ? `service=${request.service}` : '',
    REMOTE_USER: request.user,
    CONTENT_TYPE: request.contentType ?? '',
    ...(request.contentEncoding && {
      HTTP_CONTENT_ENCODING: request.contentEncoding,
    }),
    ...(/^version=[0-2]$/.test(protocol) && { HTTP_GIT_PROTOCOL: protocol }),
  };
}

/** Ends a process and its children; Git cleans up behind itself on SIGTERM. */
function stop(child: ChildProcess) {
  const send = (signal: 'SIGTERM' | 'SIGKILL') => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  send('SIGTERM');
  setTimeout(() => send('SIGKILL'), killGraceMs).unref();
}

function limited(maxBytes: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > maxBytes) done(new BodyTooLargeError());
      else done(undefined, chunk);
    },
  });
}

/**
 * Answers Git clients through `git http-backend`: streamed both ways, with a
 * limit on time and on what is sent.
 */
export class GitHttpBackend {
  private constructor(
    private readonly options: {
      directory: string;
      git: GitCommand;
      maxBodyBytes: number;
      timeoutMs: number;
    },
  ) {}

  static create(options: {
    directory: string;
    git: GitCommand;
    maxBodyBytes: number;
    timeoutMs: number;
  }): GitHttpBackend {
    return new GitHttpBackend(options);
  }

  /**
   * Starts Git and waits for the head of its answer.
   *
   * @throws BodyTooLargeError when the client sends too much before the answer
   * @throws ServiceUnavailableError when Git gives no answer
   */
  async handle(request: GitHttpRequest): Promise<GitHttpResponse> {
    const { directory, git, maxBodyBytes, timeoutMs } = this.options;
    const child = spawn('git', ['http-backend'], {
      env: {
        ...git.env,
        ...environment(request),
        GIT_PROJECT_ROOT: directory,
      },
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
    const timer = setTimeout(() => stop(child), timeoutMs);
    const finished = new Promise<void>(resolve => {
      child.on('error', () => resolve());
      child.on('close', () => resolve());
    });
    void finished.then(() => clearTimeout(timer));
    const limit = limited(maxBodyBytes);
    limit.on('error', () => stop(child));
    child.stdin.on('error', () => {});
    request.body.on('error', () => stop(child));
    request.body.pipe(limit).pipe(child.stdin);
    const head = await readHead(child, child.stdout, limit).catch(error => {
      stop(child);
      throw error;
    });
    return { ...toResponse(head, child.stdout, child), finished };
  }
}

function toResponse(head: CgiHead, output: Readable, child: ChildProcess) {
  const { status, headers, rest } = head;
  const body = new PassThrough();
  body.write(rest);
  output.pipe(body);
  body.on('close', () => {
    if (!body.readableEnded) stop(child);
  });
  return { status, headers, body };
}

function readHead(
  child: ChildProcess,
  output: Readable,
  limit: Transform,
): Promise<CgiHead> {
  return new Promise((resolve, reject) => {
    const done = new AbortController();
    let collected = Buffer.alloc(0);
    const settle = (act: () => void) => {
      done.abort();
      output.pause();
      act();
    };
    const on = <T>(
      emitter: EventEmitter,
      event: string,
      act: (value: T) => void,
    ) => {
      emitter.on(event, act);
      done.signal.addEventListener('abort', () => emitter.off(event, act));
    };
    const silent = () =>
      settle(() =>
        reject(new ServiceUnavailableError('Git gave no answer; try again')),
      );
    on(output, 'end', silent);
    on(child, 'error', silent);
    on<Error>(limit, 'error', error => settle(() => reject(error)));
    on<Buffer>(output, 'data', chunk => {
      collected = Buffer.concat([collected, chunk]);
      const head = parseCgiHead(collected);
      if (head) settle(() => resolve(head));
      else if (collected.length > maxHeadBytes) silent();
    });
  });
}
