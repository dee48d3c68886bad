import { ResponseError } from '@backstage/errors';
import createClient, { Client } from 'openapi-fetch';

/**
 * What a client of one of our backends needs: where the backend is, and how to
 * get there. In the browser pass `discoveryApi` and `fetchApi`; in a backend the
 * discovery service and the global `fetch`.
 *
 * @public
 */
export interface PluginApiClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}

/**
 * Options of a single call.
 *
 * @public
 */
export interface PluginApiRequestOptions {
  /** Backstage token, for callers whose `fetch` adds none. */
  token?: string;
  signal?: AbortSignal;
}

/**
 * Answer of openapi-fetch, narrowed to what {@link PluginApiClient} reads.
 *
 * @public
 */
export interface PluginApiAnswer<TData> {
  data?: TData;
  error?: unknown;
  response: Response;
}

/**
 * Base of the REST clients of Modelyard: typed by the OpenAPI document of one
 * plugin, and throwing `ResponseError` with the server's message.
 *
 * @public
 */
export abstract class PluginApiClient<TPaths extends object> {
  protected constructor(
    private readonly pluginId: string,
    private readonly options: PluginApiClientOptions,
  ) {}

  /** Calls the backend and returns the body of a successful answer. */
  protected async call<TData>(
    send: (client: Client<TPaths>) => Promise<PluginApiAnswer<TData>>,
    options?: PluginApiRequestOptions,
  ): Promise<TData> {
    const answer = await this.ask(send, options);
    if (answer.response.ok && answer.data !== undefined) return answer.data;
    throw await toError(answer);
  }

  /** Calls a route that answers without a body. */
  protected async callForNothing(
    send: (client: Client<TPaths>) => Promise<PluginApiAnswer<unknown>>,
    options?: PluginApiRequestOptions,
  ): Promise<void> {
    const answer = await this.ask(send, options);
    if (!answer.response.ok) throw await toError(answer);
  }

  private async ask<TData>(
    send: (client: Client<TPaths>) => Promise<PluginApiAnswer<TData>>,
    options: PluginApiRequestOptions | undefined,
  ): Promise<PluginApiAnswer<TData>> {
    const baseUrl = await this.options.discoveryApi.getBaseUrl(this.pluginId);
    const client = createClient<TPaths>({
      baseUrl,
      fetch: request => this.send(request),
      headers: options?.token
        ? { Authorization: `Bearer ${options.token}` }
        : undefined,
      signal: options?.signal,
    });
    return send(client);
  }

  /**
   * Hands over address and settings instead of the Request: each layer of
   * Backstage's `fetchApi` builds a Request of its own, and a body can be read
   * only once.
   */
  private async send(request: Request): Promise<Response> {
    const { method, headers, signal } = request;
    const isRead = method === 'GET' || method === 'HEAD';
    const body = isRead ? undefined : await request.text();
    return this.options.fetchApi.fetch(request.url, {
      method,
      headers,
      body,
      signal,
    });
  }
}

function toError({
  error,
  response: { status, statusText },
}: PluginApiAnswer<unknown>): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(JSON.stringify(error ?? {}), {
      status,
      statusText,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
