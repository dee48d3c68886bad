import { ChildProcess, fork } from 'node:child_process';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';

const answerSchema = z.union([
  z.object({ id: z.number(), output: z.instanceof(Uint8Array) }),
  z.object({ id: z.number(), failure: z.string() }),
]);

/**
 * One call of the `git` program.
 */
export interface GitCall {
  args: string[];
  /** The whole environment. */
  env: Readonly<Record<string, string>>;
  /** Sent to standard input. */
  input: string | Buffer;
  /** After that many it is killed. */
  timeoutMs: number;
}

interface Waiting {
  resolve(output: Buffer): void;
  reject(error: Error): void;
}

/**
 * Runs `git` by way of a small process beside the backend, so that the backend
 * need not stand still while its own memory is mapped for each of them. The
 * process is started when it is needed, again when it has ended, and ends with
 * the backend.
 */
export class GitRunner {
  private child: ChildProcess | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private calls = 0;

  private constructor() {}

  static create(): GitRunner {
    return new GitRunner();
  }

  /** @throws Error with what Git said when it fails or takes too long */
  run(call: GitCall): Promise<Buffer> {
    const child = this.start();
    this.calls += 1;
    const id = this.calls;
    return new Promise<Buffer>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      hold(child);
      child.send({ id, ...call }, error => {
        if (error) this.settle(id, waiting => waiting.reject(error));
      });
    });
  }

  private start(): ChildProcess {
    if (this.child) return this.child;
    const child = fork(
      resolvePackagePath(
        '@modelyard/plugin-model-delivery-backend',
        'assets/gitRunner.mjs',
      ),
      { execArgv: [], serialization: 'advanced' },
    );
    child.on('message', message => this.hear(message));
    child.on('error', error => this.forget(child, error));
    child.on('exit', (code, signal) =>
      this.forget(
        child,
        new Error(`what runs Git has ended with ${signal ?? code}`),
      ),
    );
    this.child = child;
    return child;
  }

  private hear(message: unknown): void {
    const parsed = answerSchema.safeParse(message);
    if (!parsed.success) return;
    const { data } = parsed;
    this.settle(data.id, waiting => {
      if ('failure' in data) waiting.reject(new Error(data.failure));
      else waiting.resolve(asBuffer(data.output));
    });
  }

  private settle(id: number, by: (waiting: Waiting) => void): void {
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    this.waiting.delete(id);
    if (this.waiting.size === 0 && this.child) release(this.child);
    by(waiting);
  }

  /** Whatever was under way has failed; the next call starts another process. */
  private forget(child: ChildProcess, error: Error): void {
    if (this.child !== child) return;
    this.child = undefined;
    for (const id of [...this.waiting.keys()])
      this.settle(id, waiting => waiting.reject(error));
  }
}

/** The bytes themselves, without a copy. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Keeps the backend alive while something is under way, and no longer. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}

function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
