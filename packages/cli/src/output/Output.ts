import { Writable } from 'node:stream';
import { printable } from './printable';

/** Whoever read the output has gone, as `head` does when it has enough. */
export class ClosedOutputError extends Error {
  override readonly name = 'ClosedOutputError';
}

/** Where a command writes to. */
export interface OutputOptions {
  stdout: Writable;
  stderr: Writable;
}

const closedCodes = new Set([
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, error => {
      if (!error) resolve();
      else if ('code' in error && closedCodes.has(String(error.code)))
        reject(new ClosedOutputError());
      else reject(error);
    });
  });
}

/**
 * What the command prints: its result on stdout, everything about it on stderr.
 * Waits until a text is taken, so that a slow reader slows the command down.
 */
export class Output {
  private secret: string | undefined;

  private constructor(private readonly options: OutputOptions) {
    // An error also reaches the one who wrote; unheard, it would end the process.
    for (const stream of [options.stdout, options.stderr])
      stream.on('error', () => {});
  }

  static create(options: OutputOptions): Output {
    return new Output(options);
  }

  /** Never lets this text out in a message. */
  hide(secret: string): void {
    this.secret = secret;
  }

  /**
   * A part of the result.
   *
   * @throws ClosedOutputError when nobody reads it any more
   */
  async text(text: string): Promise<void> {
    if (text) await write(this.options.stdout, text);
  }

  /** A JSON document. */
  async json(value: unknown): Promise<void> {
    await this.text(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** A line about the result, such as how much of it is left out. */
  async note(text: string): Promise<void> {
    const shown = this.secret ? text.replaceAll(this.secret, '…') : text;
    await write(this.options.stderr, `${printable(shown)}\n`);
  }

  /** What the command says about itself, such as its help; waits for nobody. */
  say(stream: 'stdout' | 'stderr', text: string): void {
    this.options[stream].write(text);
  }
}
