import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { z } from 'zod';
import { ScannedText, SecretScanTimeoutError } from './SecretScanner';

const answerSchema = z.union([
  z.object({
    found: z.array(
      z.array(
        z.object({ rule: z.string(), start: z.number(), end: z.number() }),
      ),
    ),
  }),
  z.object({ failure: z.string() }),
]);

/**
 * A finding of secretlint: which rule, and from where to where in the text.
 */
export interface SecretlintFinding {
  rule: string;
  start: number;
  end: number;
}

const maxMegabytes = 256;

/**
 * Secretlint in a thread that is started when it is needed and ended when texts
 * take too long. Those of one question wait for those of the one before.
 */
export class SecretlintThread {
  private worker: Worker | undefined;
  private last: Promise<unknown> = Promise.resolve();

  private constructor() {}

  static create(): SecretlintThread {
    return new SecretlintThread();
  }

  /**
   * @param deadline - time of {@link performance.now} at which it is given up
   * @returns what was found in each text
   * @throws SecretScanTimeoutError at the deadline
   */
  scan(
    texts: readonly ScannedText[],
    deadline: number,
  ): Promise<SecretlintFinding[][]> {
    const scanned = this.last.then(() => this.ask(texts, deadline));
    this.last = scanned.catch(() => {});
    return scanned;
  }

  /** Ends the thread; the next question starts another. */
  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    await worker?.terminate();
  }

  private async ask(texts: readonly ScannedText[], deadline: number) {
    const remaining = deadline - performance.now();
    if (remaining <= 0) throw new SecretScanTimeoutError();
    const worker = this.start();
    const done = new AbortController();
    try {
      worker.ref();
      worker.postMessage(texts);
      const { signal } = done;
      const answer = await Promise.race([
        once(worker, 'message', { signal }),
        once(worker, 'exit', { signal }).then(() => {
          throw new Error('the scan for secrets ended unexpectedly');
        }),
        wait(remaining, undefined, { signal }).then(() => {
          throw new SecretScanTimeoutError();
        }),
      ]);
      const parsed = answerSchema.parse(answer[0]);
      if ('failure' in parsed) throw new Error(parsed.failure);
      return parsed.found;
    } catch (error) {
      await this.stop();
      throw error;
    } finally {
      done.abort();
      worker.unref();
    }
  }

  private start(): Worker {
    if (this.worker) return this.worker;
    const worker = new Worker(
      resolvePackagePath(
        '@modelyard/plugin-model-delivery-backend',
        'assets/secretlintWorker.mjs',
      ),
      {
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: maxMegabytes },
      },
    );
    const forget = () => {
      if (this.worker === worker) this.worker = undefined;
    };
    worker.on('error', forget);
    worker.on('exit', forget);
    this.worker = worker;
    return worker;
  }
}
