import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { Cells, CostColumn, neededColumns } from './readCharge';

/** Longer than any line an export writes. */
const maxRecordBytes = 1024 * 1024;

/** A line with its number in the file, counted from 1. */
export interface FocusLine {
  line: number;
  cells: Cells;
  /** The whole line, to tell it from others. */
  text: string;
}

/** A file that can't be read to its end. */
export class FocusFileError extends Error {
  constructor(name: string, message: string) {
    super(`${name}: ${message}`);
  }
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** One FOCUS file, plain or zipped, read line by line. */
export class FocusFile {
  constructor(
    private readonly directory: string,
    readonly name: string,
    private readonly costColumn: CostColumn,
  ) {}

  /**
   * @throws FocusFileError naming file, line and column; the lines before it were
   * given
   */
  async *lines(signal: AbortSignal): AsyncIterable<FocusLine> {
    let columns: string[] | undefined;
    try {
      for await (const { record, info } of await this.records(signal)) {
        if (!columns) {
          columns = this.readHeader(record);
          continue;
        }
        yield {
          line: info.lines,
          cells: toCells(columns, record, this.name, info.lines),
          text: record.join('\u001F'),
        };
      }
    } catch (error) {
      signal.throwIfAborted();
      throw this.explain(error);
    }
    if (!columns) throw new FocusFileError(this.name, 'is empty');
  }

  private async records(signal: AbortSignal): Promise<AsyncIterable<Parsed>> {
    const path = resolveSafeChildPath(this.directory, this.name);
    const parser = parse({
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRecordBytes,
    });
    const file = createReadStream(path);
    const unzip = (await isZipped(path)) ? [createGunzip()] : [];
    // The parser passes on what goes wrong before it.
    pipeline([file, ...unzip, parser], { signal }).catch(error =>
      parser.destroy(error),
    );
    return parser;
  }

  private readHeader(record: string[]): string[] {
    const columns = record.map(name => name.trim());
    for (const needed of [...neededColumns, this.costColumn])
      if (!columns.includes(needed))
        throw new FocusFileError(
          this.name,
          `has no column ${needed}; export it as FOCUS 1.0 or later`,
        );
    return columns;
  }

  private explain(error: unknown): FocusFileError {
    if (error instanceof FocusFileError) return error;
    const code =
      isError(error) && typeof error.code === 'string' ? error.code : '';
    const lines: { lines?: unknown } = Object(error);
    const at = typeof lines.lines === 'number' ? `line ${lines.lines}: ` : '';
    if (code.startsWith('CSV_'))
      return new FocusFileError(this.name, `${at}is no CSV (${code})`);
    return new FocusFileError(
      this.name,
      `can't be read to its end (${code || 'unknown'}); export it again`,
    );
  }
}

function toCells(
  columns: string[],
  record: string[],
  name: string,
  line: number,
): Cells {
  if (record.length !== columns.length)
    throw new FocusFileError(
      name,
      `line ${line}: has ${record.length} cells instead of ${columns.length}`,
    );
  return new Map(columns.map((column, index) => [column, record[index]]));
}

async function isZipped(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
