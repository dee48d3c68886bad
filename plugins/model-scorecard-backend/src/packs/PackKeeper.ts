import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  CheckPack,
  loadPack,
  PackProblem,
  readPack,
} from '@modelyard/plugin-model-scorecard-common';
import { PackStore } from '../database/PackStore';
import { PackTarget } from './PackTarget';

/** Options of {@link PackKeeper.create}. */
export interface PackKeeperOptions {
  target: PackTarget;
  store: PackStore;
  logger: LoggerService;
  /** UTC ISO 8601. */
  now: () => string;
}

/** How the configured pack was found at the last reading. */
export interface PackReadingState {
  /** Where it is read from. */
  target: string;
  /** UTC ISO 8601. */
  readAt: string;
  /** Why the pack that was in force before still is; empty when all is well. */
  problems: PackProblem[];
}

/**
 * Keeps the check pack in force: reads it again on a schedule, and takes it over
 * when it is valid and holds its own fixtures. A pack that can't be read or used
 * is reported, and the last good one, kept in the database, stays in force.
 */
export class PackKeeper {
  private pack: CheckPack | undefined;
  private state: PackReadingState;

  private constructor(private readonly options: PackKeeperOptions) {
    const { target, now } = options;
    this.state = { target: target.name, readAt: now(), problems: [] };
  }

  /**
   * Reads the configured pack.
   *
   * @throws InputError when it can't be used and none was in force before
   */
  static async create(options: PackKeeperOptions): Promise<PackKeeper> {
    const keeper = new PackKeeper(options);
    await keeper.follow();
    try {
      await keeper.readTarget();
    } catch (error) {
      if (!keeper.pack) throw error;
      keeper.report([{ path: '', message: String(error) }]);
    }
    return keeper;
  }

  /** The pack in force. */
  current(): CheckPack {
    if (!this.pack)
      throw new ServiceUnavailableError('No check pack is in force');
    return this.pack;
  }

  /** How the last reading went. */
  reading(): PackReadingState {
    return this.state;
  }

  /**
   * Reads the pack again.
   *
   * @returns whether another one is in force now
   */
  async reload(): Promise<boolean> {
    const before = this.pack?.digest;
    try {
      await this.readTarget();
    } catch (error) {
      this.report([{ path: '', message: String(error) }]);
    }
    return this.pack?.digest !== before;
  }

  /** Takes over the pack that another replica put in force. */
  async follow(): Promise<void> {
    const { store } = this.options;
    const digest = await store.currentDigest();
    if (!digest || digest === this.pack?.digest) return;
    const stored = await store.get(digest);
    if (stored) this.pack = readPack(stored.text).pack ?? this.pack;
  }

  private async readTarget(): Promise<void> {
    const { target, store, now } = this.options;
    const text = await target.read();
    if (text === undefined) return;
    const { pack, problems } = readPack(text);
    if (!pack) {
      if (!this.pack) loadPack(text, target.name);
      this.report(problems);
      return;
    }
    this.state = { target: target.name, readAt: now(), problems: [] };
    if (pack.digest === this.pack?.digest) return;
    await store.putInForce(pack, text, now());
    this.pack = pack;
    this.options.logger.info(
      `Check pack ${pack.id} ${pack.version} with ${pack.checks.length} checks is in force`,
    );
  }

  private report(problems: PackProblem[]): void {
    const { target, logger, now } = this.options;
    this.state = { target: target.name, readAt: now(), problems };
    const [first] = problems;
    logger.error(
      `The check pack of ${target.name} can't be used, so ${this.pack?.id} ${this.pack?.version} stays in force: line ${first?.line ?? 1} ${first?.path} ${first?.message}`,
    );
  }
}
