import { readFile } from 'node:fs/promises';
import { UrlReaderService } from '@backstage/backend-plugin-api';

/** Reads the text of the configured check pack. */
export interface PackTarget {
  /** What messages call it. */
  name: string;
  /** @returns undefined when it is the same as at the last reading */
  read(): Promise<string | undefined>;
}

const mostBytes = 1024 * 1024;

function assertSize(size: number): void {
  if (size > mostBytes)
    throw new Error(`it has ${size} bytes; at most ${mostBytes} are read`);
}

/** A pack in a file of ours. */
function fileTarget(file: string): PackTarget {
  let before: string | undefined;
  return {
    name: file,
    async read() {
      const text = await readFile(file, 'utf8');
      assertSize(text.length);
      if (text === before) return undefined;
      before = text;
      return text;
    },
  };
}

/**
 * A pack behind a URL, read through Backstage's URL reader: credentials are those
 * of `integrations`, other hosts must be in `backend.reading.allow`.
 */
function urlTarget(url: string, reader: UrlReaderService): PackTarget {
  let etag: string | undefined;
  return {
    name: url,
    async read() {
      try {
        const response = await reader.readUrl(url, { etag });
        const bytes = await response.buffer();
        assertSize(bytes.length);
        etag = response.etag;
        return bytes.toString('utf8');
      } catch (error) {
        if (error instanceof Error && error.name === 'NotModifiedError')
          return undefined;
        throw error;
      }
    },
  };
}

/** What the configuration names: a file, or an http address. */
export function targetOf(target: string, reader: UrlReaderService): PackTarget {
  return /^https?:/.test(target)
    ? urlTarget(target, reader)
    : fileTarget(target);
}
