import { hash } from 'node:crypto';
import { Day } from '../../domain/days';
import { FocusFile, FocusFileError, FocusLine } from './FocusFile';
import { CellError, CostColumn, readCharge, readPeriod } from './readCharge';
import { readTags } from './readTags';
import { Sketch } from './Sketch';

/** What a file holds, known without holding it. */
export interface FileScan {
  name: string;
  /** Days with charges, and a sketch of their lines. */
  days: Map<Day, Sketch>;
  /** Days that can't be believed, and why. */
  broken: Map<Day, string>;
  /** Why no day of the file can be believed. */
  failure?: string;
}

function numberOf(text: string): number {
  return Number.parseInt(hash('md5', text).slice(0, 12), 16);
}

function note(
  scan: FileScan,
  { cells, line, text }: FocusLine,
  of: CostColumn,
) {
  const { days } = readPeriod(cells);
  const number = numberOf(text);
  for (const day of days) {
    const sketch = scan.days.get(day) ?? new Sketch();
    scan.days.set(day, sketch.add(number));
  }
  try {
    readCharge(cells, of);
    readTags(cells);
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    for (const day of days)
      if (!scan.broken.has(day))
        scan.broken.set(day, `${scan.name}, line ${line}, ${error.message}`);
  }
}

/**
 * Reads a file once to know its days. A line that can't be read spoils the days of
 * its period; one whose period can't be read, or a file that breaks off, all days.
 */
export async function scanFile(
  file: FocusFile,
  costColumn: CostColumn,
  signal: AbortSignal,
): Promise<FileScan> {
  const scan: FileScan = {
    name: file.name,
    days: new Map(),
    broken: new Map(),
  };
  try {
    for await (const line of file.lines(signal)) {
      try {
        note(scan, line, costColumn);
      } catch (error) {
        if (!(error instanceof CellError)) throw error;
        scan.failure ??= `${file.name}, line ${line.line}, ${error.message}`;
      }
    }
  } catch (error) {
    if (!(error instanceof FocusFileError)) throw error;
    scan.failure = error.message;
  }
  return scan;
}
