import { DateTime } from 'luxon';
import { Day } from '../../domain/days';
import { readDecimal } from './decimal';
import { daysOf } from './spread';

/** Columns without which a charge can't be read. */
export const neededColumns = [
  'BillingCurrency',
  'ChargePeriodStart',
  'ChargePeriodEnd',
] as const;

/** Columns of FOCUS that hold a cost. */
export const costColumns = [
  'EffectiveCost',
  'BilledCost',
  'ContractedCost',
  'ListCost',
] as const;

export type CostColumn = (typeof costColumns)[number];

/** Cells of a line by column. */
export type Cells = ReadonlyMap<string, string>;

/** When a line was charged for. */
export interface Period {
  /** Milliseconds since 1970; the end is not included. */
  start: number;
  end: number;
  /** That it touches, in UTC. */
  days: Day[];
}

/** A line of a FOCUS file. */
export interface Charge {
  period: Period;
  currency: string;
  /** Parts of a unit of the currency, see `partsPerUnit`. */
  cost: bigint;
}

/** A cell that can't be read. */
export class CellError extends Error {
  constructor(
    readonly column: string,
    message: string,
  ) {
    super(`column ${column}: ${message}`);
  }
}

/** Exports write nothing, `NULL` or `null` where there is no value. */
export function cellOf(cells: Cells, column: string): string {
  const text = cells.get(column)?.trim() ?? '';
  return text === 'NULL' || text === 'null' ? '' : text;
}

/** As the specification writes times, and as exports do: with a space, without a zone. */
function readTime(cells: Cells, column: string): number {
  const text = cellOf(cells, column);
  const time = DateTime.fromISO(text.replace(' UTC', 'Z').replace(' ', 'T'), {
    zone: 'utc',
  });
  if (!time.isValid)
    throw new CellError(
      column,
      `"${text.slice(0, 40)}" is no time such as 2026-01-31T00:00:00Z`,
    );
  return time.toMillis();
}

/** The same few periods stand in all lines of a file, and reading one is slow. */
const known = new Map<string, Period>();
const mostKnown = 10_000;

/** When a line was charged for; it tells which days a bad line spoils. */
export function readPeriod(cells: Cells): Period {
  const key = `${cells.get('ChargePeriodStart')} ${cells.get('ChargePeriodEnd')}`;
  const before = known.get(key);
  if (before) return before;
  const start = readTime(cells, 'ChargePeriodStart');
  const end = readTime(cells, 'ChargePeriodEnd');
  if (end < start)
    throw new CellError('ChargePeriodEnd', 'is before ChargePeriodStart');
  const period = { start, end, days: daysOf(start, end) };
  if (known.size >= mostKnown) known.clear();
  known.set(key, period);
  return period;
}

/** @throws CellError naming the column */
export function readCharge(cells: Cells, costColumn: CostColumn): Charge {
  const currency = cellOf(cells, 'BillingCurrency');
  if (!/^[A-Z]{3}$/.test(currency))
    throw new CellError(
      'BillingCurrency',
      `"${currency.slice(0, 40)}" is no ISO 4217 code`,
    );
  const text = cellOf(cells, costColumn);
  const cost = readDecimal(text);
  if (cost === undefined)
    throw new CellError(costColumn, `"${text.slice(0, 40)}" is no number`);
  return { period: readPeriod(cells), currency, cost };
}
