import { CostDayState, CostStep } from '@modelyard/plugin-model-cost-common';
import { DateTime } from 'luxon';
import { Day } from './days';
import { Span } from './span';

const severity: CostDayState[] = ['ok', 'missing', 'failed'];

function startOf(day: Day, step: CostStep): Day {
  return DateTime.fromISO(day, { zone: 'utc' })
    .startOf(step)
    .toFormat('yyyy-MM-dd');
}

/** The days, weeks or months of a span; each is named by its first day in it. */
export class Periods {
  private constructor(
    readonly starts: Day[],
    private readonly startByDay: Map<Day, Day>,
  ) {}

  static create(span: Span, step: CostStep): Periods {
    const startByDay = new Map<Day, Day>();
    for (const day of span.days) {
      const begin = step === 'day' ? day : startOf(day, step);
      startByDay.set(day, begin < span.from ? span.from : begin);
    }
    return new Periods([...new Set(startByDay.values())], startByDay);
  }

  startOf(day: Day): Day {
    return this.startByDay.get(day) ?? day;
  }

  /** The worst state of the days of each period. */
  statesOf(span: Span, states: CostDayState[]): CostDayState[] {
    const worst = new Map<Day, CostDayState>();
    span.days.forEach((day, index) => {
      const start = this.startOf(day);
      const state = states[index];
      const before = worst.get(start) ?? 'ok';
      worst.set(
        start,
        severity.indexOf(state) > severity.indexOf(before) ? state : before,
      );
    });
    return this.starts.map(start => worst.get(start) ?? 'ok');
  }
}
