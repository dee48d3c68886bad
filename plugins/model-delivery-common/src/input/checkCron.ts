import { Finding } from '../plan/types';
import { error } from './findings';

interface CronField {
  name: string;
  least: number;
  most: number;
  /** Names that stand for numbers from `least` on. */
  names?: readonly string[];
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const dayNames = 'sun mon tue wed thu fri sat'.split(' ');

const cronFields: readonly CronField[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: monthNames },
  { name: 'day of week', least: 0, most: 6, names: dayNames },
];

function numberOf(text: string, field: CronField): number | undefined {
  const named = field.names?.indexOf(text.toLowerCase()) ?? -1;
  if (named >= 0) return field.least + named;
  if (!/^\d{1,2}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= field.least && value <= field.most ? value : undefined;
}

/** The numbers that one part of a field stands for; undefined when it is none. */
function readPart(part: string, field: CronField): number[] | undefined {
  const match = /^(\*|\w+(?:-\w+)?)(?:\/(\d{1,2}))?$/.exec(part);
  const step = match?.[2] === undefined ? 1 : Number(match[2]);
  if (!match || step === 0) return undefined;
  const ends =
    match[1] === '*'
      ? [field.least, field.most]
      : match[1].split('-').map(text => numberOf(text, field));
  // A step without an end goes on to the last.
  const open = match[2] !== undefined && ends.length === 1;
  const [first, last = open ? field.most : first] = ends;
  if (first === undefined || last === undefined || first > last) {
    return undefined;
  }
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, index) => first + index * step);
}

function readField(text: string, field: CronField): Set<number> | undefined {
  const parts = text.split(',').map(part => readPart(part, field));
  return parts.every(part => part !== undefined)
    ? new Set(parts.flat())
    : undefined;
}

/**
 * When a schedule comes up, each field as the numbers that it stands for; a day
 * field that restricts nothing is absent.
 *
 * @public
 */
export interface CronTimes {
  minutes: number[];
  hours: number[];
  /** Days of the month. */
  days?: number[];
  /** 1 is January. */
  months?: number[];
  /** 0 is Sunday. */
  weekdays?: number[];
}

/**
 * Reads a schedule of five fields.
 *
 * @returns undefined when it is none
 *
 * @public
 */
export function readCron(cron: string): CronTimes | undefined {
  const texts = cron.split(' ');
  if (texts.length !== cronFields.length) return undefined;
  const fields = texts.map((text, index) => readField(text, cronFields[index]));
  const [minutes, hours, days, months, weekdays] = fields.map(
    numbers => numbers && [...numbers].sort((a, b) => a - b),
  );
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  return {
    minutes,
    hours,
    ...(texts[2] !== '*' && { days }),
    ...(texts[3] !== '*' && { months }),
    ...(texts[4] !== '*' && { weekdays }),
  };
}

/**
 * How often a schedule comes up in a month, on average over a year that is no
 * leap year; 0 for what is no schedule.
 *
 * @public
 */
export function runsPerMonth(cron: string): number {
  const times = readCron(cron);
  if (!times) return 0;
  const { minutes, hours, days, months, weekdays } = times;
  const first = Date.UTC(2027, 0, 1);
  const runDays = Array.from(
    { length: 365 },
    (_, day) => new Date(first + day * 86_400_000),
  ).filter(date => {
    const day = days?.includes(date.getUTCDate());
    const weekday = weekdays?.includes(date.getUTCDay());
    return (
      (months?.includes(date.getUTCMonth() + 1) ?? true) &&
      // Two restrictions on days add up, as cron has it.
      (days && weekdays ? day || weekday : (day ?? weekday ?? true))
    );
  });
  return (minutes.length * hours.length * runDays.length) / 12;
}

/**
 * Checks a schedule as Kubernetes, Argo Workflows and Argo CD read it
 * (robfig/cron): five fields of numbers, names, ranges, steps and lists.
 */
export function checkCron(cron: string, field: string): Finding[] {
  const parts = cron.split(' ');
  if (parts.length !== cronFields.length) {
    return [
      error(
        field,
        'must have five fields, such as "0 3 * * 1" for Monday 3:00',
      ),
    ];
  }
  const wrong = cronFields.find(
    (cronField, index) => !readField(parts[index], cronField),
  );
  return wrong
    ? [
        error(
          field,
          `has a ${wrong.name} that is none; it lies between ${wrong.least} and ${wrong.most}`,
        ),
      ]
    : [];
}

function isTimeZone(name: string): boolean {
  // Go reads the names case by case, where the browser does not care.
  if (!/^[A-Z][A-Za-z_]*(\/[A-Z][-A-Za-z0-9_+]*)*$/.test(name)) return false;
  try {
    return Boolean(Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** Checks the name of a time zone. */
export function checkTimeZone(
  name: string | undefined,
  field: string,
): Finding[] {
  return name === undefined || isTimeZone(name)
    ? []
    : [error(field, 'must be a time zone such as "Europe/Berlin"')];
}
