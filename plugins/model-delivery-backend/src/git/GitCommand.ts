import { ForwardedError } from '@backstage/errors';
import { GitRunner } from './GitRunner';

/**
 * Options of {@link GitCommand.run}.
 */
export interface GitRunOptions {
  /** Sent to standard input. */
  input?: string | Buffer;
  /** Added to the scrubbed environment. */
  env?: Record<string, string>;
  /** Instead of the limit that holds for every process. */
  timeoutMs?: number;
}

/**
 * Settings that hold for every Git process, whatever a repository's own
 * configuration says: no hooks of theirs, no rewritten history, checked objects.
 */
function settings(maxPushBytes: number): [string, string][] {
  return [
    ['core.hooksPath', '/dev/null'],
    ['safe.directory', '*'],
    ['receive.denyNonFastForwards', 'true'],
    ['receive.denyDeletes', 'true'],
    ['receive.fsckObjects', 'true'],
    ['receive.maxInputSize', String(maxPushBytes)],
    ['receive.autogc', 'false'],
    ['gc.auto', '0'],
    // What is imported stays one pack: dozens of files would take several times as long.
    ['fastimport.unpackLimit', '1'],
    ['http.getanyfile', 'false'],
  ];
}

function asEnvironment(pairs: [string, string][]): Record<string, string> {
  return {
    GIT_CONFIG_COUNT: String(pairs.length),
    ...Object.fromEntries(
      pairs.flatMap(([key, value], index) => [
        [`GIT_CONFIG_KEY_${index}`, key],
        [`GIT_CONFIG_VALUE_${index}`, value],
      ]),
    ),
  };
}

/**
 * Runs the `git` program without a shell, without the caller's environment and
 * configuration, and within a time limit.
 */
export class GitCommand {
  /** Environment of every Git process. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  private readonly pairs: [string, string][];
  private readonly runner = GitRunner.create();

  private constructor(options: { timeoutMs: number; maxPushBytes: number }) {
    this.pairs = settings(options.maxPushBytes);
    this.timeoutMs = options.timeoutMs;
    this.env = {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      HOME: '/nonexistent',
      LANG: 'C.UTF-8',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_TERMINAL_PROMPT: '0',
      ...asEnvironment(this.pairs),
    };
  }

  static create(options: {
    timeoutMs: number;
    maxPushBytes: number;
  }): GitCommand {
    return new GitCommand(options);
  }

  /** The environment with further settings, which outdo those of every process. */
  withSettings(more: [string, string][]): Record<string, string> {
    return { ...this.env, ...asEnvironment([...this.pairs, ...more]) };
  }

  /**
   * Runs one command and returns what it printed.
   *
   * @throws ForwardedError with what Git said when it fails or takes too long
   */
  async run(args: string[], options: GitRunOptions = {}): Promise<Buffer> {
    const command = `git ${args.find(arg => !arg.startsWith('-'))}`;
    try {
      return await this.runner.run({
        args,
        env: { ...this.env, ...options.env },
        input: options.input ?? '',
        timeoutMs: Math.max(1, Math.ceil(options.timeoutMs ?? this.timeoutMs)),
      });
    } catch (error) {
      throw new ForwardedError(`${command} failed`, error);
    }
  }

  /** Like {@link GitCommand.run}, as text without the last line break. */
  async text(args: string[], options?: GitRunOptions): Promise<string> {
    return (await this.run(args, options)).toString('utf8').trimEnd();
  }

  /**
   * Checks once that there is a Git that can do what is asked of it.
   *
   * @throws ForwardedError when there is none
   */
  async assertUsable(): Promise<void> {
    try {
      await this.run(['--version']);
    } catch (error) {
      throw new ForwardedError(
        'Delivery needs the program `git` (2.38 or newer) on the PATH',
        error,
      );
    }
  }
}
