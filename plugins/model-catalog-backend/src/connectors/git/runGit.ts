import { spawn } from 'node:child_process';

/** What `git` says when something is wrong, and what that means. */
const failures: [RegExp, string][] = [
  [
    /dubious ownership/i,
    'belongs to another user than the one that runs the backend: change its owner, or the backend’s user',
  ],
  [
    /transport '.*' not allowed|lazy fetching disabled/i,
    'is a partial clone and lacks what is needed: make it a whole one',
  ],
  [
    /could not read Username|Authentication failed|HTTP Basic: Access denied|\b401\b|Permission denied \(publickey/i,
    'wants other credentials: check the source’s auth, or the key of ssh',
  ],
  [
    /\b403\b|not allowed|access denied/i,
    'does not let this account read it: check its rights',
  ],
  [
    /repository .*not found|does not appear to be a git repository|\b404\b/i,
    'is no repository, or one that this account may not see',
  ],
  [
    /couldn't find remote ref|Remote branch .* not found/i,
    'has no such ref: check the ref of the source',
  ],
  [
    /certificate|SSL|TLS/i,
    'has a certificate that can’t be trusted; name its authority in GIT_SSL_CAINFO',
  ],
  [/timed out|timeout/i, 'did not answer in time; it is tried again later'],
  [/redirect/i, 'moved: set the address it redirects to'],
];

/** Options of {@link runGit}. */
export interface RunGitOptions {
  cwd?: string;
  /** Further variables; credentials go here, where no list of processes shows them. */
  env?: Record<string, string>;
  input?: string;
  signal: AbortSignal;
  /** What the command is about, without credentials, for messages. */
  subject: string;
  /** Bytes of output that are too many. */
  mostBytes?: number;
}

const safeSettings = [
  ...['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'],
  ...['-c', 'protocol.ext.allow=never', '-c', 'credential.helper='],
  // Credentials would follow to wherever a server points.
  ...['-c', 'http.followRedirects=false', '-c', 'gc.auto=0'],
];

/** `git` ended with an error. */
export class GitFailure extends Error {
  private constructor(
    message: string,
    /** Whether there is no repository where one was looked for. */
    readonly isNoRepository: boolean,
  ) {
    super(message);
  }

  static fromOutput(subject: string, output: string): GitFailure {
    return new GitFailure(
      describe(subject, output),
      /not a git repository/i.test(output),
    );
  }
}

function describe(subject: string, output: string): string {
  const found = failures.find(([pattern]) => pattern.test(output));
  const [last = ''] = output.trim().split('\n').slice(-1);
  return `${subject} ${found ? found[1] : `can't be read: ${last.slice(0, 200)}`}`;
}

/**
 * Runs `git` without a shell, prompts, hooks or the machine's own settings.
 *
 * @throws GitFailure, or another Error in plain words; the signal's reason
 */
export async function runGit(
  args: string[],
  options: RunGitOptions,
): Promise<Buffer> {
  const { cwd, env, input, signal, subject } = options;
  signal.throwIfAborted();
  const mostBytes = options.mostBytes ?? 256 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    const child = spawn('git', [...safeSettings, ...args], {
      cwd,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        HTTPS_PROXY: process.env.HTTPS_PROXY,
        NO_PROXY: process.env.NO_PROXY,
        SSH_AUTH_SOCK: process.env.SSH_AUTH_SOCK,
        GIT_SSL_CAINFO: process.env.GIT_SSL_CAINFO,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_TERMINAL_PROMPT: '0',
        GIT_LFS_SKIP_SMUDGE: '1',
        GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
        LC_ALL: 'C',
        ...env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    let size = 0;
    let errors = '';
    const abort = () => child.kill('SIGKILL');
    signal.addEventListener('abort', abort, { once: true });
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      output.push(chunk);
      if (size > mostBytes) child.kill('SIGKILL');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors = `${errors}${chunk}`.slice(-4000);
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', error =>
      reject(new Error(`git can't be run (${error.message}); install it`)),
    );
    child.on('close', code => {
      signal.removeEventListener('abort', abort);
      if (signal.aborted) reject(signal.reason);
      else if (size > mostBytes)
        reject(
          new Error(`${subject} is too large: more than ${mostBytes} bytes`),
        );
      else if (code === 0) resolve(Buffer.concat(output));
      else reject(GitFailure.fromOutput(subject, errors));
    });
  });
}
