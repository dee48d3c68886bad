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
import { parseAllocationDay } from '../opencost/parseAllocationDay';
import { parseNodeCost } from '../opencost/parseNodeCost';

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

function findName(names: string[], stem: string): string | undefined {
  return [`${stem}.json`, `${stem}.json.gz`].find(name => names.includes(name));
}

/**
 * A folder of recorded OpenCost answers: `YYYY-MM-DD.json` or `.json.gz` for the
 * allocations of a closed day, beside it optionally `assets-YYYY-MM-DD.json`.
 */
export class FileCostSource implements CostSource {
  private constructor(private readonly directory: string) {}

  static create(options: { directory: string }): FileCostSource {
    return new FileCostSource(options.directory);
  }

  readonly provides = ['cost'] as const;

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
        yield await this.readDay(names, day);
      } catch (error) {
        yield { day, failure: messageOf(error) };
      }
    }
  }

  private async readDay(names: string[], day: string): Promise<SourceDay> {
    const document = await this.readJson(names, day);
    if (document === undefined) throw new Error(`${day}.json is gone`);
    const allocations = parseAllocationDay(document, day);
    const assets = await this.readJson(names, `assets-${day}`);
    return assets === undefined
      ? { day, allocations }
      : { day, allocations, nodeCost: parseNodeCost(assets) };
  }

  /** Size and time of the files of a day. */
  private async markOf(names: string[], day: string): Promise<string> {
    const marks = [day, `assets-${day}`].map(async stem => {
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

/** Error codes of Node name no path; other errors here are our own. */
function codeOf(error: unknown): string {
  if (isError(error) && typeof error.code === 'string') return error.code;
  return messageOf(error);
}
