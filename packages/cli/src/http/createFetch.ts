import { setTimeout as wait } from 'node:timers/promises';
import { Settings } from '../input/readSettings';
import { explainFailure } from './explainFailure';
import { RequestError } from './RequestError';

const passing = new Set([429, 502, 503, 504]);
const attempts = 3;
const longestWaitMs = 30_000;
const mostBytes = 64 * 1024 * 1024;

async function readText(response: Response, url: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes)
      throw new RequestError(
        `${url} answers more than ${mostBytes / 1024 / 1024} MiB; ask for less with --limit`,
      );
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** How long to wait before the next attempt; `Retry-After` in seconds counts. */
function waitMs(response: Response, attempt: number): number {
  const asked = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(asked) && asked >= 0
    ? asked * 1000
    : 500 * 3 ** (attempt - 1);
}

/** The message of an answer in Backstage's error shape. */
function messageOf(text: string): string | undefined {
  try {
    const message: unknown = JSON.parse(text)?.error?.message;
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}

/** @throws RequestError for what can't be an answer of Modelyard */
function assertAnswer(
  response: Response,
  text: string,
  { url, token }: Settings,
): void {
  const { status, headers } = response;
  if (status === 401)
    throw new RequestError(
      token
        ? `${url} refuses the token (401): ${messageOf(text) ?? 'it may have expired'}. Put a valid one into MODELYARD_TOKEN`
        : `${url} wants a token (401); set MODELYARD_TOKEN, or give --token-file`,
    );
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== null)
    throw new RequestError(
      `${url} sends us on to ${new URL(location, url).origin} (${status}); set MODELYARD_URL to where the portal's backend is itself`,
    );
  if (status === 204) return;
  const type = headers.get('content-type') ?? 'no content type';
  if (!/\bjson\b/i.test(type) || (response.ok && !isJson(text)))
    throw new RequestError(
      `What answers at ${url} is not Modelyard (${status}, ${type}); set MODELYARD_URL to the portal's backend, such as http://localhost:7007, which needs the plugin model-catalog`,
    );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Answer {
  response: Response;
  text: string;
}

/** Asks again where that may help, as while the portal restarts. */
async function askPatiently(ask: () => Promise<Answer>): Promise<Answer> {
  for (let count = 1; ; count += 1) {
    const answer = await ask();
    const { response } = answer;
    const pause = waitMs(response, count);
    const mayHelp = passing.has(response.status) && pause <= longestWaitMs;
    if (!mayHelp || count === attempts) return answer;
    await wait(pause);
  }
}

/**
 * `fetch` for the clients of the portal: with its token, within a time and a size,
 * reading again where that may help. Every failure says what to do about it.
 */
export function createFetch(settings: Settings): typeof fetch {
  const { url, token, timeoutMs } = settings;
  const ask = async (request: Request): Promise<Answer> => {
    const time = AbortSignal.timeout(timeoutMs);
    const response = await fetch(request.clone(), {
      redirect: 'manual',
      signal: AbortSignal.any([request.signal, time]),
    });
    return { response, text: await readText(response, url) };
  };
  return async (input, init) => {
    const request = new Request(input, init);
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    try {
      const { response, text } =
        request.method === 'GET'
          ? await askPatiently(() => ask(request))
          : await ask(request);
      assertAnswer(response, text, settings);
      const { status, statusText, headers } = response;
      return new Response(text || null, { status, statusText, headers });
    } catch (error) {
      throw explainFailure(error, settings);
    }
  };
}
