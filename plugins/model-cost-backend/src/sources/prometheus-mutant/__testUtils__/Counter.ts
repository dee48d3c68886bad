import { minutesPerDay, Series } from './samples';

export interface CounterOptions {
  metric: string;
  labels: Record<string, string>;
  /** Of a minute, on the mean. */
  rate: number;
  /** Minutes between which the target lives; default: always. */
  from?: number;
  until?: number;
  /** Minutes in which the target starts anew. */
  restarts?: number[];
  /** No sample until the first event, as some clients do. */
  isLazy?: boolean;
  isGap?: (minute: number) => boolean;
}

const minutes = 3 * minutesPerDay;

/** What happens in a minute: more by day than by night, and a little uneven. */
function eventsIn(minute: number, rate: number): number {
  const hour = (minute % minutesPerDay) / 60;
  const tide = 1 + 0.6 * Math.sin(((hour - 9) / 24) * 2 * Math.PI);
  const unevenness = ((minute * 7919) % 13) / 6;
  return Math.round(rate * tide * unevenness);
}

/** A counter of which it is known what really happened. */
export class Counter implements Series {
  readonly metric: string;
  readonly labels: Record<string, string>;
  private readonly events: number[];
  private readonly values: number[];

  constructor(private readonly options: CounterOptions) {
    const { rate, from = 0, until = minutes, restarts = [] } = options;
    this.metric = options.metric;
    this.labels = options.labels;
    this.events = Array.from({ length: minutes }, (_, minute) =>
      minute >= from && minute < until ? eventsIn(minute, rate) : 0,
    );
    let value = 0;
    this.values = this.events.map((count, minute) => {
      if (restarts.includes(minute)) value = 0;
      value += count;
      return value;
    });
  }

  valueAt = (minute: number): number | undefined => {
    const { from = 0, until = minutes, isLazy, isGap } = this.options;
    if (minute < from || minute >= until || isGap?.(minute)) return undefined;
    return isLazy && this.values[minute] === 0
      ? undefined
      : this.values[minute];
  };

  /** What happened on a day, counted one by one and not from the samples. */
  truth(day: number): number {
    const start = day * minutesPerDay;
    return this.events
      .slice(start, start + minutesPerDay)
      .reduce((sum, count) => sum + count, 0);
  }

  /**
   * What may be missing or too much on a day, as the documentation says: what
   * happens within one scrape at either end of the day and at each start.
   */
  bound(day: number): number {
    const start = day * minutesPerDay;
    const most = Math.max(...this.events);
    const { restarts = [], from = 0 } = this.options;
    const starts = [from, ...restarts].filter(
      minute => minute >= start && minute < start + minutesPerDay,
    );
    return most * (2 + starts.length);
  }
}
