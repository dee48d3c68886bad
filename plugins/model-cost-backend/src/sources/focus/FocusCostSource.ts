import { isError } from '@backstage/errors';
import {
  CostSource,
  FailedSourceDay,
  ListedDay,
  SourceCallOptions,
  SourceDay,
  SourceSpan,
} from '@modelyard/plugin-model-cost-node';
import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Day } from '../../domain/days';
import { ChargeBook } from './ChargeBook';
import { FocusFile } from './FocusFile';
import { CostColumn, readCharge } from './readCharge';
import { FileScan, scanFile } from './scanFile';

export interface FocusCostSourceOptions {
  directory: string;
  currency: string;
  costColumn: CostColumn;
}

/** A scan, and the state of the file it is of. */
interface KnownFile {
  mark: string;
  scan: FileScan;
}

const fileName = /\.csv(\.gz)?$/i;

/** A folder of FinOps FOCUS files as clouds and cost tools export them. */
export class FocusCostSource implements CostSource {
  readonly provides = ['cost'] as const;
  private files = new Map<string, KnownFile>();

  constructor(private readonly options: FocusCostSourceOptions) {}

  async listDays(
    { from, until }: SourceSpan,
    { signal }: SourceCallOptions,
  ): Promise<ListedDay[]> {
    await this.look(signal);
    const marks = new Map<Day, string[]>();
    for (const { mark, scan } of this.files.values())
      for (const day of scan.days.keys())
        if (day >= from && day <= until)
          marks.set(day, [...(marks.get(day) ?? []), mark]);
    return [...marks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, of]) => ({ day, mark: digestOf(of) }));
  }

  async *readDays(
    days: readonly string[],
    { signal }: SourceCallOptions,
  ): AsyncIterable<SourceDay | FailedSourceDay> {
    signal.throwIfAborted();
    await this.look(signal);
    const failures = new Map(
      days.flatMap(day => {
        const failure = this.failureOf(day);
        return failure === undefined ? [] : [[day, failure] as const];
      }),
    );
    const sound = days.filter(day => !failures.has(day));
    const book = await this.bookDays(sound, signal);
    for (const day of days) {
      signal.throwIfAborted();
      const failure = failures.get(day);
      yield failure === undefined ? book.toDay(day) : { day, failure };
    }
  }

  /** One pass over the files that hold any of the days. */
  private async bookDays(
    days: readonly Day[],
    signal: AbortSignal,
  ): Promise<ChargeBook> {
    const { currency, costColumn, directory } = this.options;
    const book = new ChargeBook(days, currency);
    for (const [name, { scan }] of this.files) {
      if (!days.some(day => scan.days.has(day))) continue;
      const file = new FocusFile(directory, name, costColumn);
      for await (const { cells } of file.lines(signal))
        book.add(readCharge(cells, costColumn), cells);
    }
    return book;
  }

  private failureOf(day: Day): string | undefined {
    const scans = [...this.files.values()]
      .map(({ scan }) => scan)
      .filter(({ days }) => days.has(day));
    if (!scans.length) return 'no file of the folder holds this day any more';
    for (const { failure, broken } of scans) {
      const reason = failure ?? broken.get(day);
      if (reason !== undefined) return reason;
    }
    return overlapOf(scans, day);
  }

  /** Reads files that are new or have changed; the others are known. */
  private async look(signal: AbortSignal): Promise<void> {
    const { directory, costColumn } = this.options;
    const files = new Map<string, KnownFile>();
    for (const name of await listFiles(directory)) {
      signal.throwIfAborted();
      const { size, mtimeMs } = await stat(join(directory, name));
      const mark = `${name}:${size}:${mtimeMs}`;
      const known = this.files.get(name);
      const file = new FocusFile(directory, name, costColumn);
      files.set(
        name,
        known?.mark === mark
          ? known
          : { mark, scan: await scanFile(file, costColumn, signal) },
      );
    }
    // A file of which no day is known spoils days that can't be named.
    for (const { scan } of files.values())
      if (scan.failure !== undefined && !scan.days.size)
        throw new Error(scan.failure);
    this.files = files;
  }
}

function overlapOf(scans: FileScan[], day: Day): string | undefined {
  for (const [index, first] of scans.entries())
    for (const second of scans.slice(index + 1)) {
      const [a, b] = [first.days.get(day), second.days.get(day)];
      if (a && b && a.overlaps(b))
        return `${first.name} and ${second.name} hold the same charges; remove the older export`;
    }
  return undefined;
}

function digestOf(marks: string[]): string {
  return createHash('sha256').update(marks.sort().join('\n')).digest('hex');
}

async function listFiles(directory: string): Promise<string[]> {
  try {
    const names = await readdir(directory);
    return names.filter(name => fileName.test(name)).sort();
  } catch (error) {
    const code = isError(error) ? error.code : undefined;
    throw new Error(
      `the folder of FOCUS files can't be read (${code ?? 'unknown'}); check \`target\` of the source`,
    );
  }
}
