import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { LRUCache } from 'lru-cache';

/** A form asks for a plan with every change; what others said lasts a few of them. */
const keptMs = 5_000;
const mostKept = 500;

/** What is asked, and by whom. */
export interface Question {
  credentials: BackstageCredentials;
  /** What the answer depends on besides the caller. */
  about: readonly string[];
  /** Asks again, whatever is known. */
  fresh?: boolean;
}

/**
 * What other plugins answered a caller, for five seconds: nobody sees what another
 * one was told. Those who ask at the same time wait for one answer; a failure is
 * not kept.
 */
export class RecentAnswers<T> {
  private readonly kept = new LRUCache<string, Promise<T>>({
    max: mostKept,
    ttl: keptMs,
  });

  private constructor() {}

  static create<T>(): RecentAnswers<T> {
    return new RecentAnswers();
  }

  ask(
    { credentials, about, fresh }: Question,
    ask: () => Promise<T>,
  ): Promise<T> {
    const key = JSON.stringify([credentials.principal, about]);
    const known = fresh ? undefined : this.kept.get(key);
    if (known) return known;
    const asked = ask();
    this.kept.set(key, asked);
    asked.catch(() => {
      if (this.kept.peek(key) === asked) this.kept.delete(key);
    });
    return asked;
  }

  /** Something has changed: the next one who asks hears of it. */
  forget(): void {
    this.kept.clear();
  }
}
