import { OutboundHttp } from '@modelyard/outbound-http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { addDays, Day } from '../../domain/days';

/** What an OpenCost and a Kubecost do differently. */
export interface AllocationDialect {
  /** Shown in messages. */
  name: string;
  allocation: { path: string; query: Record<string, string> };
  assets: { path: string; query: Record<string, string> };
  inferenceCost?: { path: string };
}

export interface AllocationServerOptions {
  http: OutboundHttp;
  dialect: AllocationDialect;
  /** Milliseconds between two questions, at least. */
  minIntervalMs: number;
}

/** Explicit bounds: whatever else a window may be means another day some time. */
function windowOf(day: Day): string {
  return `${day}T00:00:00Z,${addDays(day, 1)}T00:00:00Z`;
}

/** Asks a cost server about one day at a time, no faster than it may be asked. */
export class AllocationServer {
  private next = 0;

  constructor(private readonly options: AllocationServerOptions) {}

  get name(): string {
    return this.options.dialect.name;
  }

  async allocation(day: Day, signal: AbortSignal): Promise<unknown> {
    return this.ask(this.options.dialect.allocation, day, signal);
  }

  async assets(day: Day, signal: AbortSignal): Promise<unknown> {
    return this.ask(this.options.dialect.assets, day, signal);
  }

  async inferenceCost(day: Day, signal: AbortSignal): Promise<unknown> {
    const { inferenceCost } = this.options.dialect;
    if (!inferenceCost) return undefined;
    return this.ask({ ...inferenceCost, query: {} }, day, signal);
  }

  private async ask(
    route: { path: string; query: Record<string, string> },
    day: Day,
    signal: AbortSignal,
  ): Promise<unknown> {
    await this.takeTurn(signal);
    const { value } = await this.options.http.json(
      {
        path: route.path,
        query: { window: windowOf(day), ...route.query },
        signal,
      },
      z.unknown(),
    );
    return value;
  }

  private async takeTurn(signal: AbortSignal): Promise<void> {
    const now = Date.now();
    const turn = Math.max(now, this.next);
    this.next = turn + this.options.minIntervalMs;
    if (turn > now) await wait(turn - now, undefined, { signal });
    signal.throwIfAborted();
  }
}
