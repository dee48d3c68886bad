import { isError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { UsageError } from '../UsageError';

/** Options that every command has. */
export interface GlobalOptions {
  url?: string;
  tokenFile?: string;
  json?: boolean;
  /** Seconds. */
  timeout: number;
}

/** Where the portal is, and how to ask it. */
export interface Settings {
  /** Without a slash at its end. */
  url: string;
  token?: string;
  timeoutMs: number;
}

/** Variables of the environment. */
export type Environment = Record<string, string | undefined>;

/** Never quotes the address: it may hold a password. */
function readUrl(text: string | undefined): string {
  const example = 'such as http://localhost:7007';
  if (!text)
    throw new UsageError(
      `Where is the portal? Set MODELYARD_URL, or --url, to the address of its backend, ${example}`,
    );
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol))
    throw new UsageError(
      `MODELYARD_URL or --url is not an address of http or https; write it ${example}`,
    );
  if (url.username || url.password || url.search || url.hash)
    throw new UsageError(
      `MODELYARD_URL or --url holds more than an address; write only host and path, ${example}, and put the token into MODELYARD_TOKEN`,
    );
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = isError(error) ? error.message : String(error);
    throw new UsageError(`--token-file can't be read: ${reason}`);
  }
}

/** A header takes nothing else, and its complaint would quote the token. */
function checkToken(text: string, place: string): string | undefined {
  const token = text.trim();
  if (/^[\x21-\x7e]*$/.test(token)) return token || undefined;
  throw new UsageError(
    `${place} holds something else than one token; it has no blanks, line breaks or letters with accents`,
  );
}

/**
 * Reads options and environment. The token comes from a file or the environment,
 * never from the command line, where others see it in the list of processes.
 *
 * @throws UsageError naming the option and the variable
 */
export function readSettings(
  options: GlobalOptions,
  env: Environment,
): Settings {
  const { tokenFile, timeout } = options;
  return {
    url: readUrl(options.url ?? env.MODELYARD_URL),
    token:
      tokenFile === undefined
        ? checkToken(env.MODELYARD_TOKEN ?? '', 'MODELYARD_TOKEN')
        : checkToken(readFile(tokenFile), '--token-file'),
    timeoutMs: timeout * 1000,
  };
}
