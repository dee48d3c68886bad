import {
  InvalidField,
  InvalidFieldsError,
} from '@modelyard/plugin-model-catalog-node';
import {
  addDays,
  Day,
  daysBetween,
  eachDay,
  isDay,
  lastClosedDay,
} from './days';

const defaultLength = 30;
const maxLength = 400;

/** Days from `from` to `to`, both included. */
export interface Span {
  from: Day;
  to: Day;
  days: Day[];
}

function toSpan(from: Day, to: Day): Span {
  return { from, to, days: eachDay(from, to) };
}

/**
 * Reads the span of a request: without dates the last thirty closed days.
 *
 * @throws InvalidFieldsError for days that don't exist, an end before the start
 * and more than 400 days
 */
export function readSpan(
  query: { from?: string; to?: string },
  now: Date,
): Span {
  const problems: InvalidField[] = [];
  for (const name of ['from', 'to'] as const) {
    const value = query[name];
    if (value !== undefined && !isDay(value))
      problems.push({
        path: `/query/${name}`,
        message: `no such day; write it as ${lastClosedDay(now)}`,
      });
  }
  if (problems.length) throw new InvalidFieldsError(problems);
  const to = query.to ?? defaultEnd(query.from, now);
  const from = query.from ?? addDays(to, 1 - defaultLength);
  const length = daysBetween(from, to) + 1;
  if (length < 1)
    problems.push({ path: '/query/to', message: `is before from (${from})` });
  if (length > maxLength)
    problems.push({
      path: '/query/from',
      message: `asks for ${length} days; at most ${maxLength} in one request`,
    });
  if (problems.length) throw new InvalidFieldsError(problems);
  return toSpan(from, to);
}

function defaultEnd(from: Day | undefined, now: Date): Day {
  const last = lastClosedDay(now);
  return from && from > last ? from : last;
}

/** As many days right before a span. */
export function previousSpan(span: Span): Span {
  return toSpan(addDays(span.from, -span.days.length), addDays(span.from, -1));
}
