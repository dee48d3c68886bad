import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import {
  CostSource,
  FailedSourceDay,
  ListedDay,
  SourceCallOptions,
  SourceDay,
  SourceSpan,
} from '@modelyard/plugin-model-cost-node';
import { readdir, readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isDay } from '../../domain/days';

const unzip = promisify(gunzip);
const maxFileBytes = 64 * 1024 * 1024;
const maxContentBytes = 256 * 1024 * 1024;
const fileName = /^(\d{4}-\d{2}-\d{2})\.json(\.gz)?$/;

function isZipped(content: Buffer): boolean {
  return content[0] === 0x1f && content[1] === 0x8b;
}

function messageOf(error: unknown): string {
  return isError(error) ? error.message : String(error);
}

/** Error codes of Node name no path; other errors here are our own. */
function codeOf(error: unknown): string {
  if (isError(error) && typeof error.code === 'string') return error.code;
  return messageOf(error);
}

function findName(names: string[], stem: string): string | undefined {
  return [`${stem}.json`, `${stem}.json.gz`].find(name => names.includes(name));
}

/** The documents of one day; undefined where there is no such file. */
export type ReadDocument = (stem: string) => Promise<unknown>;

/** What the documents of a folder tell. */
export interface RecordedDays {
  provides: CostSource['provides'];
  /** Names of its files without ending; the first one makes the day. */
  stemsOf(day: string): string[];
  /** Throws, naming the file, when a document can't be believed. */
  readDay(day: string, read: ReadDocument): Promise<SourceDay>;
}

/** A folder with a `YYYY-MM-DD.json` or `.json.gz` for each closed day. */
export class FileCostSource implements CostSource {
  readonly provides: CostSource['provides'];

  private constructor(
    private readonly directory: string,
    private readonly recorded: RecordedDays,
  ) {
    this.provides = recorded.provides;
  }

  static create(options: {
    directory: string;
    recorded: RecordedDays;
  }): FileCostSource {
    return new FileCostSource(options.directory, options.recorded);
  }

  async listDays(
    { from, until }: SourceSpan,
    { signal }: SourceCallOptions,
  ): Promise<ListedDay[]> {
    const names = await this.listNames();
    const days = new Set<string>();
    for (const name of names) {
      const day = fileName.exec(name)?.[1];
      if (day && isDay(day) && day >= from && day <= until) days.add(day);
    }
    const listed: ListedDay[] = [];
    for (const day of [...days].sort()) {
      signal.throwIfAborted();
      listed.push({ day, mark: await this.markOf(names, day) });
    }
    return listed;
  }

  async *readDays(
    days: readonly string[],
    { signal }: SourceCallOptions,
  ): AsyncIterable<SourceDay | FailedSourceDay> {
    const names = await this.listNames();
    for (const day of days) {
      signal.throwIfAborted();
      try {
        yield await this.recorded.readDay(day, stem =>
          this.readJson(names, stem),
        );
      } catch (error) {
        yield { day, failure: messageOf(error) };
      }
    }
  }

  /** Size and time of the files of a day. */
  private async markOf(names: string[], day: string): Promise<string> {
    const marks = this.recorded.stemsOf(day).map(async stem => {
      const name = findName(names, stem);
      if (!name) return '';
      try {
        const path = resolveSafeChildPath(this.directory, name);
        const { size, mtimeMs } = await stat(path);
        return `${name}:${size}:${mtimeMs}`;
      } catch {
        // Reading the day says what is wrong with the file.
        return `${name}:unreadable`;
      }
    });
    return (await Promise.all(marks)).join(' ');
  }

  private async listNames(): Promise<string[]> {
    try {
      return await readdir(this.directory);
    } catch (error) {
      throw new Error(
        `the folder of recorded days can't be read (${codeOf(error)}); check \`target\` of the source`,
      );
    }
  }

  private async readJson(names: string[], stem: string): Promise<unknown> {
    const name = findName(names, stem);
    if (!name) return undefined;
    const content = await this.readContent(name);
    try {
      return JSON.parse(content.toString('utf8'));
    } catch (error) {
      throw new Error(`${name} is not valid JSON: ${messageOf(error)}`);
    }
  }

  private async readContent(name: string): Promise<Buffer> {
    try {
      const path = resolveSafeChildPath(this.directory, name);
      if ((await stat(path)).size > maxFileBytes)
        throw new Error(`larger than ${maxFileBytes} bytes`);
      const content = await readFile(path);
      if (!isZipped(content)) return content;
      return await unzip(content, { maxOutputLength: maxContentBytes });
    } catch (error) {
      throw new Error(`${name} can't be read: ${codeOf(error)}`);
    }
  }
}
