import { setTimeout as wait } from 'node:timers/promises';
import pLimit from 'p-limit';
import pRetry from 'p-retry';
import { Dispatcher, EnvHttpProxyAgent, fetch, Headers } from 'undici';
import { ZodType } from 'zod';
import { assertAllowedHost, guardedLookup } from './addressGuard';
import { explainFailure, explainStatus, shownUrl } from './explain';
import { OutboundError } from './OutboundError';
import { readBody } from './readBody';

/**
 * What an {@link OutboundHttp} may do.
 *
 * @public
 */
export interface OutboundOptions {
  /** Calls are relative to it, and `headers` go to its origin only. */
  baseUrl: string;
  /** Sent with each call that has no header of that name, such as `authorization`. */
  headers?: Record<string, string>;
  /** For one attempt, with the whole answer. Default: 30 s. */
  timeoutMs?: number;
  /** Default: 4. */
  attempts?: number;
  /** The longest wait that the other side may ask for. Default: 60 s. */
  longestWaitMs?: number;
  /** Of one answer, unpacked. Default: 64 MiB. */
  maxBytes?: number;
  /** Calls at the same time. Default: 4. */
  concurrency?: number;
  /** Ranges in CIDR notation that the address guard lets through. */
  allowedAddresses?: string[];
}

/**
 * One call. It may be sent more than once, so it must change nothing.
 *
 * @public
 */
export interface OutboundCall {
  /** Relative to the base, or a whole address that the other side gave. */
  path: string;
  /** A list repeats its parameter; what is undefined is left out. */
  query?: Record<string, string | number | string[] | undefined>;
  method?: 'GET' | 'POST' | 'HEAD';
  /** Sent as JSON. */
  json?: unknown;
  /** Go to the origin of the base only, but for `accept`. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/**
 * An answer with status 2xx, or 304.
 *
 * @public
 */
export interface OutboundAnswer {
  /** Where it came from, after redirects. */
  url: URL;
  status: number;
  headers: { get(name: string): string | null };
  body: Buffer;
}

const redirects = new Set([301, 302, 303, 307, 308]);
const mostRedirects = 5;

/**
 * The client of one outside system. Bounds time, size and concurrency, tries
 * again what may pass, waits as long as it is asked to, and reaches no
 * link-local or metadata address. Proxies are those of the environment.
 *
 * @public
 */
export class OutboundHttp {
  private readonly base: URL;
  private readonly dispatcher: Dispatcher;
  private readonly limit;
  private readonly options;

  constructor(options: OutboundOptions) {
    this.options = {
      timeoutMs: 30_000,
      attempts: 4,
      longestWaitMs: 60_000,
      maxBytes: 64 * 1024 * 1024,
      concurrency: 4,
      allowedAddresses: [],
      headers: {},
      ...options,
    };
    this.base = new URL(options.baseUrl.replace(/\/*$/, '/'));
    this.limit = pLimit(this.options.concurrency);
    this.dispatcher = new EnvHttpProxyAgent({
      connect: { lookup: guardedLookup(this.options.allowedAddresses) },
    });
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await this.dispatcher.close();
  }

  /** Address of a call. */
  urlOf({ path, query = {} }: Pick<OutboundCall, 'path' | 'query'>): URL {
    const url = new URL(path.replace(/^\/+/, ''), this.base);
    for (const [name, value] of Object.entries(query))
      for (const one of [value ?? []].flat())
        url.searchParams.append(name, String(one));
    return url;
  }

  /**
   * Sends a call, again where that may help.
   *
   * @throws OutboundError, or what the signal was aborted with
   */
  async send(call: OutboundCall): Promise<OutboundAnswer> {
    return this.retried(call, () => this.attempt(call));
  }

  /**
   * Sends a call whose answer is JSON of a known shape.
   *
   * @throws OutboundError, also for an answer of another shape
   */
  async json<T>(
    call: OutboundCall,
    schema: ZodType<T>,
  ): Promise<{ value: T; answer: OutboundAnswer }> {
    const headers = { accept: 'application/json', ...call.headers };
    return this.retried(call, async () => {
      const answer = await this.attempt({ ...call, headers });
      return { value: parseJson(answer, schema), answer };
    });
  }

  private retried<T>(call: OutboundCall, once: () => Promise<T>): Promise<T> {
    const { attempts, longestWaitMs } = this.options;
    return pRetry(() => this.limit(once), {
      retries: attempts - 1,
      minTimeout: 200,
      factor: 3,
      randomize: true,
      signal: call.signal,
      shouldRetry: error =>
        error instanceof OutboundError &&
        error.isPassing &&
        (error.retryAfterMs ?? 0) <= longestWaitMs,
      onFailedAttempt: async error => {
        if (error instanceof OutboundError && error.retriesLeft)
          await wait(error.retryAfterMs ?? 0, undefined, {
            signal: call.signal,
          });
      },
    });
  }

  private async attempt(call: OutboundCall): Promise<OutboundAnswer> {
    const url = this.urlOf(call);
    const timeout = AbortSignal.timeout(this.options.timeoutMs);
    const signal = call.signal
      ? AbortSignal.any([call.signal, timeout])
      : timeout;
    try {
      return await this.follow(url, call, signal);
    } catch (error) {
      call.signal?.throwIfAborted();
      throw explainFailure(url, error);
    }
  }

  private async follow(
    url: URL,
    call: OutboundCall,
    signal: AbortSignal,
    hops = 0,
  ): Promise<OutboundAnswer> {
    assertAllowedHost(url, this.options.allowedAddresses);
    const response = await fetch(url, {
      method: call.method ?? 'GET',
      headers: this.headersFor(url, call),
      body: call.json === undefined ? undefined : JSON.stringify(call.json),
      redirect: 'manual',
      dispatcher: this.dispatcher,
      signal,
    });
    const { status, headers } = response;
    const location = headers.get('location');
    if (redirects.has(status) && location !== null) {
      await response.body?.cancel();
      if (call.json !== undefined)
        throw new OutboundError(
          'unexpected',
          `${shownUrl(url)} redirects what was sent to it; set the address it redirects to in the configuration`,
        );
      if (hops === mostRedirects)
        throw new OutboundError(
          'unexpected',
          `${shownUrl(url)} redirects in circles; check the address in the configuration`,
        );
      return this.follow(new URL(location, url), call, signal, hops + 1);
    }
    if (!response.ok && status !== 304) {
      await response.body?.cancel();
      throw explainStatus(url, status, headers);
    }
    const body = await readBody(url, response.body, this.options.maxBytes);
    return { url, status, headers, body };
  }

  /** Only the origin of the base is told more than what is accepted. */
  private headersFor(url: URL, call: OutboundCall): Headers {
    const asked = new Headers(call.headers);
    if (url.origin !== this.base.origin)
      return new Headers({ accept: asked.get('accept') ?? '*/*' });
    for (const [name, value] of Object.entries(this.options.headers))
      if (!asked.has(name)) asked.set(name, value);
    if (call.json !== undefined) asked.set('content-type', 'application/json');
    return asked;
  }
}

function parseJson<T>(
  { url, headers, body }: OutboundAnswer,
  schema: ZodType<T>,
): T {
  const type = headers.get('content-type') ?? '';
  if (!/\bjson\b/i.test(type))
    throw new OutboundError(
      'not-json',
      `${shownUrl(url)} answers ${type || 'without a content type'} instead of JSON; check the address in the configuration`,
    );
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    // The parser's own message quotes what it read.
    throw new OutboundError(
      'truncated',
      `${shownUrl(url)} answers JSON that breaks off; it is tried again later. If it always does, look at the proxies before it`,
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new OutboundError(
    'unexpected',
    `${shownUrl(url)} answers something else than expected: /${issue.path.join('/')} ${issue.message}. Check that the address is that of this kind of service, and its version`,
  );
}
