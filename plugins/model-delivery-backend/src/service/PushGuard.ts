import { isError } from '@backstage/errors';
import { setTimeout as wait } from 'node:timers/promises';
import {
  PushInspector,
  PushVerdict,
  ReceivedPush,
  RefUpdate,
} from '../git/pushConversation';
import { ReceivedObjects } from '../git/ReceivedObjects';
import {
  describeSecrets,
  printable,
  secretRemedy,
} from '../secrets/secretsMessage';
import { SecretScanner } from '../secrets/SecretScanner';
import { changedEnvironments, environmentsOf } from './changedEnvironments';
import { readOwner } from './readOwner';
import { ReceivedTexts } from './ReceivedTexts';

const mainBranch = 'refs/heads/main';
const maxUpdates = 50;

/**
 * What a push would change on the main branch.
 */
export interface MainChange {
  /** Environments that it reaches. */
  environments: string[];
  /** Owner that the repository names afterwards, when it names one. */
  owner?: string;
}

/** A push is refused; each line says something to whom pushes. */
class RefusedError extends Error {
  name = 'RefusedError';
  constructor(readonly lines: string[]) {
    super(lines.join(' '));
  }
}

/**
 * Decides on pushes within a limit of time: which refs may move, which
 * environments the caller may change, and that no secret gets in.
 */
export class PushGuard {
  private constructor(
    private readonly objects: ReceivedObjects,
    private readonly texts: ReceivedTexts,
    private readonly scanner: SecretScanner,
    private readonly limitMs: number,
  ) {}

  static create(options: {
    objects: ReceivedObjects;
    scanner: SecretScanner;
    limitMs: number;
  }): PushGuard {
    const { objects, scanner, limitMs } = options;
    const texts = ReceivedTexts.create(objects);
    return new PushGuard(objects, texts, scanner, limitMs);
  }

  /**
   * @param authorize - throws NotAllowedError when the caller may not make the
   *   change
   */
  inspector(authorize: (change: MainChange) => Promise<void>): PushInspector {
    return async push => {
      const done = new AbortController();
      const late = wait(this.limitMs, tooSlow(this.limitMs), {
        signal: done.signal,
      });
      try {
        return await Promise.race([this.inspect(push, authorize), late]);
      } finally {
        late.catch(() => {});
        done.abort();
      }
    };
  }

  private async inspect(
    push: ReceivedPush,
    authorize: (change: MainChange) => Promise<void>,
  ): Promise<PushVerdict> {
    const deadline = performance.now() + this.limitMs;
    try {
      assertRefs(push.updates);
      for (const update of push.updates)
        if (update.ref === mainBranch)
          await authorize(await this.mainChange(push, update, deadline));
      return { accepted: true, lines: await this.scan(push, deadline) };
    } catch (error) {
      if (error instanceof RefusedError)
        return { accepted: false, lines: error.lines };
      if (performance.now() >= deadline) return tooSlow(this.limitMs);
      if (!isError(error) || error.name !== 'NotAllowedError') throw error;
      return { accepted: false, lines: [error.message] };
    }
  }

  private async mainChange(
    push: ReceivedPush,
    update: RefUpdate,
    deadline: number,
  ): Promise<MainChange> {
    const { before, after = '' } = update;
    const left = () => deadline - performance.now();
    if (before !== (await this.objects.head(push, mainBranch, left())))
      throw new RefusedError([
        'Refused, because main has moved meanwhile; fetch, rebase and push again',
      ]);
    const changed = await this.objects.changedPaths(push, update, left());
    const ends = [before, after].flatMap(commit => commit ?? []);
    const paths = await Promise.all(
      ends.map(commit => this.objects.paths(push, commit, left())),
    );
    const environments = changedEnvironments(
      changed,
      environmentsOf(paths.flat()),
    );
    if (!changed.includes('catalog-info.yaml')) return { environments };
    const text = await this.objects.file(
      push,
      after,
      'catalog-info.yaml',
      left(),
    );
    return { environments, owner: readOwner(text) };
  }

  /** @returns what the client is told although all is well */
  private async scan(push: ReceivedPush, deadline: number): Promise<string[]> {
    const left = () => deadline - performance.now();
    const { texts, binaries, tooMuch } = await this.texts.read(push, left);
    if (tooMuch) throw new RefusedError([tooMuch]);
    const found = await this.scanner.scan(texts, { timeoutMs: left() });
    if (found.length > 0)
      throw new RefusedError([
        'Refused, because this looks like a secret:',
        ...describeSecrets(found).map(line => `  ${line}`),
        `${secretRemedy}. Every commit of the push counts: take it out of each (git rebase -i).`,
      ]);
    return binaries.map(
      path => `${printable(path)} is binary and was not scanned for secrets`,
    );
  }
}

function tooSlow(limitMs: number): PushVerdict {
  return {
    accepted: false,
    lines: [
      `Refused, because checking this push takes longer than ${limitMs / 1000} s; push fewer commits at once, or ask a platform engineer to raise modelDelivery.git.hookSeconds`,
    ],
  };
}

/** Branches only: a tag would name a release without being one. */
function assertRefs(updates: readonly RefUpdate[]): void {
  if (updates.length > maxUpdates)
    throw new RefusedError([
      `Refused, because a push may move at most ${maxUpdates} branches; push them one after the other`,
    ]);
  for (const { ref, after } of updates) {
    if (!ref.startsWith('refs/heads/'))
      throw new RefusedError([
        `Refused, because only branches may be pushed, not ${printable(ref)}; a release is a commit on main and needs no tag`,
      ]);
    if (after === undefined)
      throw new RefusedError([
        `Refused, because ${printable(ref)} can't be deleted; nothing that was pushed goes away`,
      ]);
  }
}
