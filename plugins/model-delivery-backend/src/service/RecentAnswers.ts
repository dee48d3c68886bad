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
  /** An answer that is asked for from now on, whatever is known. */
  fresh?: boolean;
}

/**
 * What other plugins answered a caller, for five seconds: nobody sees what another
 * one was told. Those who ask at the same time wait for one answer: the one that is
 * under way or, when it must be fresh, the next. A failure is not kept.
 */
export class RecentAnswers<T> {
  private readonly kept = new LRUCache<string, Promise<T>>({
    max: mostKept,
    ttl: keptMs,
  });

  /** Questions that are under way. */
  private readonly running = new Map<string, Promise<T>>();
  /** Questions that are asked when those have been answered. */
  private readonly next = new Map<string, Promise<T>>();

  private constructor() {}

  static create<T>(): RecentAnswers<T> {
    return new RecentAnswers();
  }

  ask(
    { credentials, about, fresh }: Question,
    ask: () => Promise<T>,
  ): Promise<T> {
    const key = JSON.stringify([credentials.principal, about]);
    const known = fresh ? this.next.get(key) : this.kept.get(key);
    if (known) return known;
    const running = fresh ? this.running.get(key) : undefined;
    return running ? this.queue(key, running, ask) : this.start(key, ask);
  }

  /** What is under way may have been answered before this question came. */
  private queue(
    key: string,
    running: Promise<T>,
    ask: () => Promise<T>,
  ): Promise<T> {
    const begin = () => {
      this.next.delete(key);
      return this.start(key, ask);
    };
    const asked = running.then(begin, begin);
    this.next.set(key, asked);
    return asked;
  }

  private start(key: string, ask: () => Promise<T>): Promise<T> {
    const asked = ask();
    this.kept.set(key, asked);
    this.running.set(key, asked);
    const end = () => {
      if (this.running.get(key) === asked) this.running.delete(key);
    };
    asked.then(end, () => {
      end();
      if (this.kept.peek(key) === asked) this.kept.delete(key);
    });
    return asked;
  }

  /** Something has changed: the next one who asks hears of it. */
  forget(): void {
    this.kept.clear();
  }
}
