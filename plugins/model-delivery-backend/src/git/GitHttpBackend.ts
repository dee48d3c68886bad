import { ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { PassThrough, Readable, Transform, Writable } from 'node:stream';
import { ServiceUnavailableError } from '@backstage/errors';
import { CgiHead, maxHeadBytes, parseCgiHead } from './cgiHead';
import { GitCommand } from './GitCommand';
import { PreReceiveHook } from './PreReceiveHook';
import { answerPush, CheckedPush, PushInspector } from './pushConversation';
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
  /** Decides on what is pushed; without it nothing is accepted. */
  inspect?: PushInspector;
  body: Readable;
}

/**
 * Answer to a {@link GitHttpRequest}. Destroying `body` ends the process.
 */
export interface GitHttpResponse extends Omit<CgiHead, 'rest'> {
  body: Readable;
  /**
   * Settles when Git is done with the repository, with the push that was decided
   * on, if there was one.
   */
  finished: Promise<CheckedPush | undefined>;
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
 * What {@link GitHttpBackend} works with.
 */
export interface GitHttpBackendOptions {
  directory: string;
  git: GitCommand;
  hook: PreReceiveHook;
  maxBodyBytes: number;
  timeoutMs: number;
}

/** Without anybody to ask, nothing is accepted. */
const refuseAll: PushInspector = async () => ({
  accepted: false,
  lines: ['Nothing may be pushed here'],
});

/**
 * Answers Git clients through `git http-backend`: streamed both ways, with a
 * limit on time and on what is sent.
 */
export class GitHttpBackend {
  private constructor(private readonly options: GitHttpBackendOptions) {}

  static create(options: GitHttpBackendOptions): GitHttpBackend {
    return new GitHttpBackend(options);
  }

  /**
   * Starts Git and waits for the head of its answer.
   *
   * @throws BodyTooLargeError when the client sends too much before the answer
   * @throws ServiceUnavailableError when Git gives no answer
   */
  async handle(request: GitHttpRequest): Promise<GitHttpResponse> {
    const { maxBodyBytes, timeoutMs } = this.options;
    const child = await this.start(request);
    const timer = setTimeout(() => stop(child), timeoutMs);
    const ended = new Promise<void>(resolve => {
      child.on('error', () => resolve());
      child.on('close', () => resolve());
    });
    void ended.then(() => clearTimeout(timer));
    const finished = finish(child, request, ended);
    const { stdin, stdout } = child;
    if (!stdin || !stdout)
      throw new ServiceUnavailableError('Git did not start');
    const limit = limited(maxBodyBytes);
    limit.on('error', () => stop(child));
    stdin.on('error', () => {});
    request.body.on('error', () => stop(child));
    request.body.pipe(limit).pipe(stdin);
    const head = await readHead(child, stdout, limit).catch(error => {
      stop(child);
      throw error;
    });
    return { ...toResponse(head, stdout, child), finished };
  }

  /** A push has two pipes more, for the hook. */
  private async start(request: GitHttpRequest): Promise<ChildProcess> {
    const { directory, git, hook } = this.options;
    const settings = isPush(request) ? await hook.environment(git) : git.env;
    return spawn('git', ['http-backend'], {
      env: {
        ...settings,
        ...environment(request),
        GIT_PROJECT_ROOT: directory,
      },
      stdio: isPush(request)
        ? ['pipe', 'pipe', 'ignore', 'pipe', 'pipe']
        : ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
  }
}

function isPush({ service, step }: GitHttpRequest): boolean {
  return service === 'git-receive-pack' && step === 'exchange';
}

/** Answers the hook of a push, and waits for the end of Git. */
async function finish(
  child: ChildProcess,
  { repository, inspect = refuseAll }: GitHttpRequest,
  ended: Promise<void>,
): Promise<CheckedPush | undefined> {
  const [, , , question, answer] = child.stdio;
  if (!(question instanceof Readable) || !(answer instanceof Writable)) {
    await ended;
    return undefined;
  }
  const checked = await answerPush(repository, { question, answer }, inspect);
  await ended;
  return checked;
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
