import { ListedDay } from '@modelyard/plugin-model-cost-node';
import { addDays, Day } from './days';

/** What is known of a day that a source lists. */
export interface KnownState {
  day: Day;
  state: 'ok' | 'missing' | 'failed';
  mark?: string;
}

export interface ChooseDaysOptions {
  listed: readonly ListedDay[];
  known: readonly KnownState[];
  /** Last closed day. */
  until: Day;
  /** As many of the latest days are read again, as late samples change them. */
  rereadDays: number;
}

/**
 * The listed days to be read: new ones, those whose mark changed, and, where the
 * source has no marks, those that are not ok and the latest ones. The latest come
 * first, as people look at them.
 */
export function chooseDays(options: ChooseDaysOptions): ListedDay[] {
  const known = new Map(options.known.map(day => [day.day, day]));
  const settled = addDays(options.until, -options.rereadDays);
  return options.listed
    .filter(({ day, mark }) => {
      const before = known.get(day);
      if (!before) return true;
      if (mark !== undefined) return mark !== before.mark;
      return before.state !== 'ok' || day > settled;
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}
